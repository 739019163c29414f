import { assert } from '../../../shared/assert.ts';
import type { Random } from '../../../shared/clock.ts';
import type { Settings } from '../../settings.ts';
import type { Writer } from '../../storage/schema.ts';
import { lockMember, updateAccess } from '../../storage/staff/members.ts';
import { endStaffSessions } from '../../storage/staff/sessions.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { weaknessOf } from '../password/rules.ts';
import { hashSecret } from '../secrets/argon2.ts';
import { sealTotp } from './sealedTotp.ts';
import { type OpenedSession, openStaffSession } from './sessions.ts';
import { secretOfEnrolment, stepOfCode } from './totp.ts';

interface Enrolment {
  login: string;
  /** Of the session that the member enrols in. */
  token: string;
  code: string;
  wanted: string;
  now: Date;
  random: Random;
  settings: Settings;
}

/**
 * Makes a password and an authenticator the member's own: the first password is worthless, every session ends and a new
 * one is opened. Refused, in this order, as `already_enrolled`, `password_too_weak`, `code_wrong`.
 */
export async function completeEnrolment(tx: Writer, enrolment: Enrolment): Promise<Outcome<OpenedSession>> {
  const { login, token, code, wanted, now, random, settings } = enrolment;
  const member = await lockMember(tx, login);
  assert(member, 'a session that was let in has a member');
  if (member.state === 'active') return refuse({ kind: 'already_enrolled' });
  const weakness = weaknessOf(wanted, [login]);
  if (weakness) return refuse({ kind: 'password_too_weak', reason: weakness });
  const totp = secretOfEnrolment(token);
  const step = stepOfCode(totp, { code, now, lastStep: member.totp_step });
  if (step === null) return refuse({ kind: 'code_wrong' });
  const { member_id: memberId } = member;
  await updateAccess(tx, memberId, {
    state: 'active',
    password_hash: await hashSecret(wanted, random),
    password_expires_at: null,
    totp_sealed: await sealTotp(totp, wanted, random),
    totp_step: step,
    last_login_at: now,
  });
  await endStaffSessions(tx, { memberId, reason: 'enrolled', now });
  return done(await openStaffSession(tx, { memberId, now, random, settings }));
}
