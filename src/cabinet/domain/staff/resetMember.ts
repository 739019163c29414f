import type { Random } from '../../../shared/clock.ts';
import type { Settings } from '../../settings.ts';
import { clearAttempts } from '../../storage/logins/attempts.ts';
import type { Writer } from '../../storage/schema.ts';
import { lockMember, updateAccess } from '../../storage/staff/members.ts';
import { endStaffSessions } from '../../storage/staff/sessions.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { staffAttemptSubject } from './attempts.ts';
import { invite } from './invitation.ts';

/**
 * Forgets password and authenticator of a member, who was disabled or not, and gives them a password for the next first
 * login. Open sessions end at once. Refused as `own_member` and `member_not_found`.
 */
export async function resetMember(
  tx: Writer,
  reset: { login: string; by: string; now: Date; random: Random; settings: Settings },
): Promise<Outcome<{ password: string; expiresAt: Date }>> {
  const { login, by, now } = reset;
  if (login === by) return refuse({ kind: 'own_member' });
  const member = await lockMember(tx, login);
  if (!member) return refuse({ kind: 'member_not_found' });
  const { member_id: memberId } = member;
  const { password, expiresAt, access } = await invite(reset);
  await updateAccess(tx, memberId, access);
  await endStaffSessions(tx, { memberId, reason: 'reset', now });
  await clearAttempts(tx, staffAttemptSubject(memberId, login));
  return done({ password, expiresAt });
}
