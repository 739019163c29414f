import type { Writer } from '../schema.ts';
import type { StaffMembersTable } from '../schema-staff.ts';
import { memberRows } from './reader.ts';

/** The member, whom nobody changes and who opens no session until the transaction ends; undefined for an unknown login. */
export function lockMember(tx: Writer, login: string) {
  return memberRows(tx).where('login', '=', login).forNoKeyUpdate('staff_members').executeTakeFirst();
}

/** Adds a member; false when the login is somebody's. */
export async function insertMember(
  tx: Writer,
  member: Omit<StaffMembersTable, 'member_id' | 'totp_step'>,
): Promise<boolean> {
  const result = await tx
    .insertInto('staff_members')
    .values(member)
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Every code is good again: for a calendar that went back. */
export async function forgetUsedCodes(tx: Writer): Promise<void> {
  await tx.updateTable('staff_members').set({ totp_step: 0n }).execute();
}

/** What lets a member in, and when it last did. */
export type Access = Pick<
  StaffMembersTable,
  'state' | 'password_hash' | 'password_expires_at' | 'totp_sealed' | 'last_login_at'
> & { totp_step: bigint };

export async function updateAccess(tx: Writer, memberId: bigint, access: Partial<Access>): Promise<void> {
  await tx.updateTable('staff_members').set(access).where('member_id', '=', memberId).execute();
}
