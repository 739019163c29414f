import type { Random } from '../../../shared/clock.ts';
import type { Settings } from '../../settings.ts';
import { lockAuditHead } from '../../storage/audit/writer.ts';
import { clearAttempts, readLocked } from '../../storage/logins/attempts.ts';
import type { Writer } from '../../storage/schema.ts';
import { lockMember, updateAccess } from '../../storage/staff/members.ts';
import { readAdministrators } from '../../storage/staff/reader.ts';
import { endStaffSessions } from '../../storage/staff/sessions.ts';
import { appendAudit } from '../audit/append.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { addMember } from './addMember.ts';
import { staffAttemptSubject } from './attempts.ts';
import { invite } from './invitation.ts';

interface First {
  login: string;
  name: string;
  office: string;
  now: Date;
  random: Random;
  settings: Settings;
}

/**
 * Adds the administrator who adds everybody else; recorded as an act of nobody of the staff (R16). Until the first login
 * has succeeded it may be done again, for a password that was lost or has run out; so it may when the locks of every
 * administrator are used up, which whoever knows their logins can do. Refused as `member_exists` when an administrator
 * can log in, or somebody else has this login.
 */
export async function createFirstAdministrator(
  tx: Writer,
  first: First,
): Promise<Outcome<{ password: string; expiresAt: Date }>> {
  // Held to the end, so that of two who begin at once only one is the first.
  await lockAuditHead(tx);
  if (await hasAdministrator(tx, first.settings)) return refuse({ kind: 'member_exists' });
  const added = (await inviteAgain(tx, first)) ?? (await addMember(tx, { ...first, ...ADMINISTRATOR }));
  await appendAudit(tx, {
    at: first.now,
    member: null,
    role: null,
    office: null,
    action: 'createFirstAdministrator',
    subject: `member:${first.login}`,
    reason: null,
    source: null,
    result: added.ok ? 'done' : added.refusal.kind,
    dry_run: false,
    request_id: null,
  });
  return added;
}

async function hasAdministrator(tx: Writer, { loginLocks }: Settings): Promise<boolean> {
  const all = await readAdministrators(tx);
  const subjects = all.map(({ member_id, login }) => staffAttemptSubject(member_id, login));
  return (await readLocked(tx, subjects, loginLocks)).length < all.length;
}

const ADMINISTRATOR = { role: 'administrator' as const, region: null, ownLines: [] };

async function inviteAgain(tx: Writer, first: First) {
  const member = await lockMember(tx, first.login);
  if (member?.role !== ADMINISTRATOR.role) return undefined;
  const { password, expiresAt, access } = await invite(first);
  await updateAccess(tx, member.member_id, access);
  await endStaffSessions(tx, { memberId: member.member_id, reason: 'reset', now: first.now });
  await clearAttempts(tx, staffAttemptSubject(member.member_id, first.login));
  return done({ password, expiresAt });
}
