import { assert } from '../../../shared/assert.ts';
import type { Random } from '../../../shared/clock.ts';
import type { Settings } from '../../settings.ts';
import { clearAttempts } from '../../storage/logins/attempts.ts';
import type { Writer } from '../../storage/schema.ts';
import { lockMember, updateAccess } from '../../storage/staff/members.ts';
import { endStaffSessions } from '../../storage/staff/sessions.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { weaknessOf } from '../password/rules.ts';
import { hashSecret } from '../secrets/argon2.ts';
import { reserveStaffAttempt, staffAttemptSubject } from './attempts.ts';
import { examineMember } from './examine.ts';
import { sealTotp } from './sealedTotp.ts';

interface Change {
  login: string;
  current: string;
  code: string;
  wanted: string;
  /** The session that goes on. */
  tokenHash: Buffer;
  dryRun: boolean;
  now: Date;
  random: Random;
  settings: Settings;
}

/**
 * Changes a member's password and ends every other session (R2, R3). Refused, in this order, as `password_too_weak`,
 * `login_locked`, `staff_reset_required`, `wrong_credentials`, `password_unchanged`. What was typed wrong counts like a
 * failed login; a dry run examines nothing, which would be a free guess.
 */
export async function changeStaffPassword(
  tx: Writer,
  change: Change,
): Promise<Outcome<{ changedAt: Date; sessionsEnded: number }>> {
  const { login, wanted, tokenHash, dryRun, now } = change;
  const weakness = weaknessOf(wanted, [login]);
  if (weakness) return refuse({ kind: 'password_too_weak', reason: weakness });
  const member = await lockMember(tx, login);
  assert(member, 'a session that was let in has a member');
  const { member_id: memberId } = member;
  if (!dryRun) {
    const replaced = await replace(tx, member, change);
    if (!replaced.ok) return replaced;
  }
  const sessionsEnded = await endStaffSessions(tx, {
    memberId,
    except: tokenHash,
    reason: 'password_changed',
    now,
  });
  return done({ changedAt: now, sessionsEnded });
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockMember>>>;

/** The authenticator's secret is sealed anew: what it was sealed under follows from the password. */
async function replace(tx: Writer, member: Locked, change: Change): Promise<Outcome<undefined>> {
  const { login, current, code, wanted, now, random, settings } = change;
  const { member_id: memberId } = member;
  const subject = staffAttemptSubject(memberId, login);
  const reserved = await reserveStaffAttempt(tx, { subject, now, settings });
  if (!reserved.ok) return reserved;
  const proof = await examineMember(member, { password: current, code, now });
  if (proof?.kind !== 'full') return refuse({ kind: 'wrong_credentials' });
  await clearAttempts(tx, subject);
  // The code is used up whatever becomes of the password (RFC 6238 §5.2).
  await updateAccess(tx, memberId, { totp_step: proof.step });
  if (wanted === current) return refuse({ kind: 'password_unchanged' });
  await updateAccess(tx, memberId, {
    password_hash: await hashSecret(wanted, random),
    totp_sealed: await sealTotp(proof.totp, wanted, random),
  });
  return done(undefined);
}
