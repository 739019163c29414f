import { toWire } from '../../shared/money.ts';
import { formatInstant, SECOND_MS } from '../../shared/period.ts';
import type { Refusal } from '../domain/outcome.ts';
import type { WireError } from './problem.ts';

interface Moment {
  now: Date;
  timeZone: string;
}

type Params<K extends Refusal['kind']> = (
  refusal: Extract<Refusal, { kind: K }>,
  moment: Moment,
) => Record<string, unknown>;

const none = () => ({});

/** Every refusal of the domain and its parameters on the wire. Codes of the contract bear the names of the kinds. */
const table: { [K in Refusal['kind']]: Params<K> } = {
  wrong_credentials: none,
  login_locked: ({ until }, { now }) => ({ retry_after_seconds: secondsBetween(now, until) }),
  recovery_required: none,
  password_too_weak: ({ reason }) => ({ reason }),
  password_unchanged: none,
  wrong_password: none,
  insufficient_funds: ({ needed, available }) => ({ needed: toWire(needed), available: toWire(available) }),
  line_blocked: none,
  line_disconnected: none,
  tariff_not_available: none,
  tariff_already_active: none,
  tariff_switch_too_soon: ({ notBefore }, { timeZone }) => ({
    not_before: formatInstant(notBefore, timeZone),
  }),
  sim_already_blocked: ({ blockedUntil }, { timeZone }) => ({
    blocked_until: formatInstant(blockedUntil, timeZone),
  }),
  sim_not_blocked: none,
  codeword_wrong: ({ attemptsLeft }) => ({ attempts_left: attemptsLeft }),
  codeword_exhausted: none,
  tone_not_found: none,
  tone_service_required: none,
  gift_recipient_not_found: none,
  gift_to_yourself: none,
  gift_already_offered: none,
  gift_not_found: none,
  gift_already_settled: ({ state }) => ({ state }),
  gift_expired: ({ expiredAt }, { timeZone }) => ({ expired_at: formatInstant(expiredAt, timeZone) }),
  period_out_of_range: ({ earliest }, { timeZone }) => ({ earliest: formatInstant(earliest, timeZone) }),
};

/** What a client is told of a refusal; moments are written in the calendar of `timeZone`. */
export function refusalToWire(refusal: Refusal, moment: Moment): WireError {
  const params = table[refusal.kind] as Params<Refusal['kind']>;
  return { code: refusal.kind, params: params(refusal as never, moment) };
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(1, Math.ceil((to.getTime() - from.getTime()) / SECOND_MS));
}
