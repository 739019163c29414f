import type { Random } from '../../../shared/clock.ts';
import type { Settings } from '../../settings.ts';
import { clearAttempts } from '../../storage/logins/attempts.ts';
import type { Writer } from '../../storage/schema.ts';
import { lockMember, updateAccess } from '../../storage/staff/members.ts';
import { findMember, type MemberRow } from '../../storage/staff/reader.ts';
import type { Store } from '../../storage/store.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { reserveStaffAttempt, staffAttemptSubject } from './attempts.ts';
import { examineMember, type Proof } from './examine.ts';
import { type OpenedSession, openStaffSession } from './sessions.ts';

interface Login {
  login: string;
  password: string;
  code: string | undefined;
  now: Date;
  random: Random;
  settings: Settings;
  /** Told at the end of each transaction that decides, who tried and how it ended. */
  record(tx: Writer, tried: { member: MemberRow | undefined; result: string }): Promise<void>;
}

/**
 * Logs a member in, by a password and a code that was not used before; by a first password alone while the member is
 * invited. The answer to an unknown login is that to a wrong password, in every refusal: `login_locked`,
 * `staff_reset_required` and `wrong_credentials`. No connection is held while the hashes are made.
 */
export async function createStaffSession(store: Store, login: Login): Promise<Outcome<OpenedSession>> {
  const { password, code, now, settings, record } = login;
  const name = login.login.trim().toLowerCase();
  const member = await store.read((db) => findMember(db, name));
  const subject = staffAttemptSubject(member?.member_id, name);
  const reserved = await store.transact(async (tx) => {
    const reserved = await reserveStaffAttempt(tx, { subject, now, settings });
    if (!reserved.ok) await record(tx, { member, result: reserved.refusal.kind });
    return reserved;
  });
  if (!reserved.ok) return reserved;
  const proof = await examineMember(member, { password, code, now });
  return store.transact(async (tx) => {
    const outcome = await admit(tx, { ...login, member, proof, subject });
    await record(tx, { member, result: outcome.ok ? 'done' : outcome.refusal.kind });
    return outcome;
  });
}

async function admit(
  tx: Writer,
  admission: Omit<Login, 'record'> & {
    member: MemberRow | undefined;
    proof: Proof | null;
    subject: string;
  },
): Promise<Outcome<OpenedSession>> {
  const { member, proof, subject, now, random, settings } = admission;
  if (!member || !proof || !(await isStillRight(tx, member, proof)))
    return refuse({ kind: 'wrong_credentials' });
  const { member_id: memberId } = member;
  const used = proof.kind === 'full' ? { totp_step: proof.step } : {};
  await updateAccess(tx, memberId, { last_login_at: now, ...used });
  await clearAttempts(tx, subject);
  return done(await openStaffSession(tx, { memberId, now, random, settings }));
}

/** The member may have been reset or locked out since, and the code used: of logins sent at once one gets in. */
async function isStillRight(tx: Writer, examined: MemberRow, proof: Proof): Promise<boolean> {
  const member = await lockMember(tx, examined.login);
  if (!member || member.password_hash !== examined.password_hash) return false;
  return proof.kind === 'first_password' || proof.step > member.totp_step;
}
