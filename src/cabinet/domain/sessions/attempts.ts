import { createHash } from 'node:crypto';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { type Attempts, lockAttempts, updateAttempts } from '../../storage/logins/attempts.ts';
import type { Writer } from '../../storage/schema.ts';
import { done, type Outcome, refuse } from '../outcome.ts';

/** What failed attempts are counted against: an account, or a login that names none (R1). */
export function attemptSubject(accountId: bigint | undefined, login: string): string {
  if (accountId !== undefined) return `a:${accountId}`;
  return `l:${createHash('sha256').update(login).digest('base64url')}`;
}

/**
 * Counts an attempt as failed before its password is examined: of any number of guesses sent at once, only the allowed
 * five get that far. The right password clears the count afterwards (R3).
 */
export async function reserveAttempt(
  tx: Writer,
  reserve: { subject: string; now: Date; settings: Settings },
): Promise<Outcome<undefined>> {
  const { subject, now, settings } = reserve;
  const next = countAttempt(await lockAttempts(tx, subject, now), now, settings);
  if (!next.ok) return next;
  await updateAttempts(tx, subject, next.value);
  return done(undefined);
}

/**
 * R3: the fifth failure in a row locks for 15 minutes; after the third lock in a row only a recovery helps. The lock
 * starts with the fifth attempt, so that attempts behind it are refused while it is still being examined.
 */
export function countAttempt(attempts: Attempts, now: Date, settings: Settings): Outcome<Attempts> {
  if (attempts.locks >= settings.loginLocks) return refuse({ kind: 'recovery_required' });
  const { locked_until: until } = attempts;
  if (until !== null && now < until) return refuse({ kind: 'login_locked', until });
  const failures = attempts.failures + 1;
  if (failures < settings.loginTries) return done({ ...attempts, failures, locked_until: null });
  return done({ failures: 0, locks: attempts.locks + 1, locked_until: plus(now, settings.loginLockMs) });
}
