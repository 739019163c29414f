import type { Context } from '../context.ts';
import { type Finding, fine, problem, warning } from './finding.ts';

/** Sessions are counted with the same tolerance. */
const MOST_SKEW_MS = 60_000;

/** Against the Date header (RFC 9110): a clock that is wrong ends sessions too early and lets certificates look expired. */
export function checkClock({ host }: Context, date: string | undefined): Finding {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return warning('clock', 'doctor.clock-unknown', 'doctor.clock-fix');
  const skewMs = host.clock.now().getTime() - theirs;
  if (Math.abs(skewMs) <= MOST_SKEW_MS) return fine('clock', 'doctor.clock');
  const key = skewMs > 0 ? 'doctor.clock-ahead' : 'doctor.clock-behind';
  return problem('clock', key, 'doctor.clock-fix', { seconds: Math.round(Math.abs(skewMs) / 1000) });
}
