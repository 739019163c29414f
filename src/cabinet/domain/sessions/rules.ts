import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import type { SessionsTable } from '../../storage/schema.ts';

type SessionTimes = Pick<SessionsTable, 'last_used_at' | 'expires_at' | 'ended_at'>;

export type SessionState = 'live' | 'idle' | 'expired' | 'revoked';

/** Actions closer together than this are recorded once: a session ends at most so much early. */
export const TOUCH_EVERY_MS = 1_000;

/** Whether a session may act at `now` (R2): 15 minutes without an action, 12 hours in all. */
export function sessionState(session: SessionTimes, now: Date, settings: Settings): SessionState {
  if (session.ended_at !== null) return 'revoked';
  if (now >= session.expires_at) return 'expired';
  return now >= idleEnd(session, settings) ? 'idle' : 'live';
}

/** When the session ends unless it is used before: never later than its absolute end. */
export function idleEnd(
  session: Pick<SessionTimes, 'last_used_at' | 'expires_at'>,
  settings: Settings,
): Date {
  const idle = plus(session.last_used_at, settings.sessionIdleMs).getTime();
  return new Date(Math.min(idle, session.expires_at.getTime()));
}
