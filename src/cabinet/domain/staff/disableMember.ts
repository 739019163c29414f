import type { Writer } from '../../storage/schema.ts';
import { lockMember, updateAccess } from '../../storage/staff/members.ts';
import { endStaffSessions } from '../../storage/staff/sessions.ts';
import { done, type Outcome, refuse } from '../outcome.ts';

/**
 * Locks a member out: nothing of the password and the authenticator is kept, and open sessions end at once. Refused as
 * `own_member`, so that somebody who can add members is always left, and `member_not_found`.
 */
export async function disableMember(
  tx: Writer,
  { login, by, now }: { login: string; by: string; now: Date },
): Promise<Outcome<undefined>> {
  if (login === by) return refuse({ kind: 'own_member' });
  const member = await lockMember(tx, login);
  if (!member) return refuse({ kind: 'member_not_found' });
  const nothing = { password_hash: null, password_expires_at: null, totp_sealed: null };
  await updateAccess(tx, member.member_id, { state: 'disabled', ...nothing });
  await endStaffSessions(tx, { memberId: member.member_id, reason: 'disabled', now });
  return done(undefined);
}
