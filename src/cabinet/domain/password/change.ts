import type { Random } from '../../../shared/clock.ts';
import type { Settings } from '../../settings.ts';
import { readPasswordHash } from '../../storage/credentials/reader.ts';
import { updatePassword } from '../../storage/credentials/writer.ts';
import { clearAttempts } from '../../storage/logins/attempts.ts';
import { readLogins } from '../../storage/logins/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import { endOtherSessions } from '../../storage/sessions/writer.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { hashSecret, verifySecret } from '../secrets/argon2.ts';
import { attemptSubject, reserveAttempt } from '../sessions/attempts.ts';
import { weaknessOf } from './rules.ts';

interface Change {
  accountId: bigint;
  current: string;
  wanted: string;
  /** The session that goes on. */
  tokenHash: Buffer;
  dryRun: boolean;
  now: Date;
  random: Random;
  settings: Settings;
}

/**
 * Changes the password and ends every other session (R2, R3). Refused, in this order, as `password_too_weak`,
 * `login_locked`, `recovery_required`, `wrong_password`, `password_unchanged`. A wrong current password counts like a
 * failed login; a dry run does not examine it, nor compare the new one with it: both would be free guesses.
 */
export async function changePassword(
  tx: Writer,
  change: Change,
): Promise<Outcome<{ changedAt: Date; sessionsEnded: number }>> {
  const { accountId, current, wanted, tokenHash, dryRun, now, random, settings } = change;
  const weakness = weaknessOf(wanted, await readLogins(tx, accountId));
  if (weakness) return refuse({ kind: 'password_too_weak', reason: weakness });
  if (!dryRun) {
    const examined = await examineCurrent(tx, { accountId, current, now, settings });
    if (!examined.ok) return examined;
    if (wanted === current) return refuse({ kind: 'password_unchanged' });
    await updatePassword(tx, { accountId, passwordHash: await hashSecret(wanted, random), now });
  }
  const sessionsEnded = await endOtherSessions(tx, { accountId, except: tokenHash, now });
  return done({ changedAt: now, sessionsEnded });
}

/** The count of failures stays held while the password is examined, which makes parallel guesses wait in line. */
async function examineCurrent(
  tx: Writer,
  examine: { accountId: bigint; current: string; now: Date; settings: Settings },
): Promise<Outcome<undefined>> {
  const { accountId, current, now, settings } = examine;
  const subject = attemptSubject(accountId, '');
  const reserved = await reserveAttempt(tx, { subject, now, settings });
  if (!reserved.ok) return reserved;
  if (!(await verifySecret(current, await readPasswordHash(tx, accountId))))
    return refuse({ kind: 'wrong_password' });
  await clearAttempts(tx, subject);
  return reserved;
}
