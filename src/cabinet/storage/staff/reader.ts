import type { Reader } from '../schema.ts';

/** A member's session with what every call needs of the member; undefined for an unknown token. */
export function findStaffSession(db: Reader, tokenHash: Buffer) {
  return db
    .selectFrom('staff_sessions')
    .innerJoin('staff_members', 'staff_members.member_id', 'staff_sessions.member_id')
    .leftJoin('regions', 'regions.region_id', 'staff_members.region_id')
    .select([
      'staff_sessions.member_id',
      'staff_sessions.created_at',
      'last_used_at',
      'expires_at',
      'ended_at',
    ])
    .select([
      'login',
      'staff_members.name',
      'role',
      'office',
      'staff_members.region_id',
      'own_lines',
      'state',
    ])
    .select('regions.time_zone')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

export type StaffSessionRow = NonNullable<Awaited<ReturnType<typeof findStaffSession>>>;

/** What a member has stored under an idempotency key. */
export function findStaffReply(db: Reader, memberId: bigint, key: string) {
  return db
    .selectFrom('staff_idempotency_keys')
    .select(['operation', 'input_hash', 'status', 'reply'])
    .where('member_id', '=', memberId)
    .where('key', '=', key)
    .executeTakeFirst();
}
