import type { Random } from '../../../shared/clock.ts';
import type { Settings } from '../../settings.ts';
import type { Writer } from '../../storage/schema.ts';
import type { StaffRole } from '../../storage/schema-staff.ts';
import { insertMember } from '../../storage/staff/members.ts';
import { findRegion } from '../../storage/staff/reader.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { invite } from './invitation.ts';

export interface NewMember {
  login: string;
  name: string;
  role: StaffRole;
  office: string;
  /** Code of the only region that the member serves; null for all of them. */
  region: string | null;
  ownLines: readonly string[];
  now: Date;
  random: Random;
  settings: Settings;
}

/** Adds a member with a password for the first login. Refused, in this order, as `region_unknown`, `member_exists`. */
export async function addMember(
  tx: Writer,
  member: NewMember,
): Promise<Outcome<{ password: string; expiresAt: Date }>> {
  const { login, name, role, office, region, ownLines, now } = member;
  const served = region === null ? null : await findRegion(tx, region);
  if (served === undefined) return refuse({ kind: 'region_unknown' });
  const { password, expiresAt, access } = await invite(member);
  const added = await insertMember(tx, {
    login,
    name,
    role,
    office,
    region_id: served?.region_id ?? null,
    own_lines: [...ownLines],
    created_at: now,
    last_login_at: null,
    ...access,
  });
  return added ? done({ password, expiresAt }) : refuse({ kind: 'member_exists' });
}
