import type { Static } from 'typebox';
import type { WireStaffMember } from '../../../contract/operations/staff.ts';
import type { StaffSession } from '../../../contract/operations/staff-sessions.ts';
import { assert } from '../../../shared/assert.ts';
import { formatInstant } from '../../../shared/period.ts';
import { idleEnd } from '../../domain/sessions/rules.ts';
import { STAFF_TIME_ZONE } from '../../domain/staff/rules.ts';
import type { Settings } from '../../settings.ts';
import type { Reader } from '../../storage/schema.ts';
import { findMember, type MemberRow, type StaffSessionRow } from '../../storage/staff/reader.ts';
import { instantOrNull } from '../wire.ts';

/** A session as its member sees it, in the calendar of the member's region. */
export function staffSessionToWire(
  session: StaffSessionRow,
  now: Date,
  settings: Settings,
): Static<typeof StaffSession> {
  const instant = (at: Date) => formatInstant(at, session.time_zone ?? STAFF_TIME_ZONE);
  return {
    login: session.login,
    name: session.name,
    role: session.role,
    office: session.office,
    created_at: instant(session.created_at),
    idle_expires_at: instant(idleEnd(session, settings)),
    expires_at: instant(session.expires_at),
    enrolment_required: session.state === 'invited',
    as_of: instant(now),
  };
}

/** A member as administrators see them, in the calendar of whoever looks. */
export function memberToWire(member: MemberRow, timeZone: string): WireStaffMember {
  const { login, name, role, office, region, own_lines, state } = member;
  const created_at = formatInstant(member.created_at, timeZone);
  const last_login_at = instantOrNull(member.last_login_at, timeZone);
  return { login, name, role, office, region, own_lines, state, created_at, last_login_at };
}

/** The same with the password of the first login. */
export function invitationToWire(
  member: MemberRow,
  { password, expiresAt }: { password: string; expiresAt: Date },
  timeZone: string,
) {
  return {
    ...memberToWire(member, timeZone),
    one_time_password: password,
    one_time_password_expires_at: formatInstant(expiresAt, timeZone),
  };
}

/** A member who is known to be there. */
export async function readMember(db: Reader, login: string): Promise<MemberRow> {
  const member = await findMember(db, login);
  assert(member, 'a member is never removed');
  return member;
}

/** Whom a path is about, for the audit trail. */
export const pathOfMember = { subject: ({ login }: Record<string, string>) => `member:${login}` };
