import type { Random } from '../../../shared/clock.ts';
import type { Settings } from '../../settings.ts';
import { readPasswordHash } from '../../storage/credentials/reader.ts';
import { updatePassword } from '../../storage/credentials/writer.ts';
import { clearAttempts } from '../../storage/logins/attempts.ts';
import { readLogins } from '../../storage/logins/reader.ts';
import { removeOneTimePassword, reserveChangeTry } from '../../storage/recovery/oneTimePasswords.ts';
import type { Writer } from '../../storage/schema.ts';
import { endSessions, freeSession } from '../../storage/sessions/writer.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { readOneTimePassword } from '../recovery/password.ts';
import { hashSecret, verifySecret } from '../secrets/argon2.ts';
import { attemptSubject, reserveAttempt } from '../sessions/attempts.ts';
import { notifyOfChange } from './notify.ts';
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
 * Changes the password, ends every other session (R2, R3) and tells the line by SMS. A one-time password (R4) is taken
 * as the current one, and is gone then. Refused, in this order, as `password_too_weak`, `login_locked`,
 * `recovery_required`, `wrong_password`, `password_unchanged`. A wrong current password counts like a failed login; a dry
 * run does not examine it, nor compare the new one with it: both would be free guesses.
 */
export async function changePassword(
  tx: Writer,
  change: Change,
): Promise<Outcome<{ changedAt: Date; sessionsEnded: number }>> {
  const { accountId, current, wanted, tokenHash, dryRun, now, random } = change;
  const weakness = weaknessOf(wanted, await readLogins(tx, accountId));
  if (weakness) return refuse({ kind: 'password_too_weak', reason: weakness });
  if (!dryRun) {
    const examined = await examineCurrent(tx, change);
    if (!examined.ok) return examined;
    if (wanted === current) return refuse({ kind: 'password_unchanged' });
    await updatePassword(tx, { accountId, passwordHash: await hashSecret(wanted, random), now });
    await notifyOfChange(tx, { accountId, now, random });
  }
  // Before the sessions end, so that a login by the one-time password either is among them or finds it gone.
  await removeOneTimePassword(tx, accountId);
  const sessionsEnded = await endSessions(tx, { accountId, except: tokenHash, now });
  await freeSession(tx, tokenHash);
  return done({ changedAt: now, sessionsEnded });
}

/** As at a login, the shape of what was typed decides which hash is examined. */
async function examineCurrent(tx: Writer, change: Change): Promise<Outcome<undefined>> {
  const oneTime = readOneTimePassword(change.current);
  return oneTime === null ? examinePermanent(tx, change) : examineOneTime(tx, oneTime, change);
}

/** The count of failures stays held while the password is examined, which makes parallel guesses wait in line. */
async function examinePermanent(
  tx: Writer,
  { accountId, current, now, settings }: Change,
): Promise<Outcome<undefined>> {
  const subject = attemptSubject(accountId, '');
  const reserved = await reserveAttempt(tx, { subject, now, settings });
  if (!reserved.ok) return reserved;
  if (!(await verifySecret(current, await readPasswordHash(tx, accountId))))
    return refuse({ kind: 'wrong_password' });
  await clearAttempts(tx, subject);
  return reserved;
}

async function examineOneTime(
  tx: Writer,
  letters: string,
  { accountId, now, settings }: Change,
): Promise<Outcome<undefined>> {
  const reserved = await reserveChangeTry(tx, { accountId, now, tries: settings.oneTimePasswordTries });
  if (reserved === 'exhausted') return refuse({ kind: 'recovery_required' });
  if (reserved === undefined || !(await verifySecret(letters, reserved.hash)))
    return refuse({ kind: 'wrong_password' });
  await clearAttempts(tx, attemptSubject(accountId, ''));
  return done(undefined);
}
