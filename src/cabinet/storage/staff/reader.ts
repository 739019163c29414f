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

export function memberRows(db: Reader) {
  return db
    .selectFrom('staff_members')
    .leftJoin('regions', 'regions.region_id', 'staff_members.region_id')
    .select(['member_id', 'login', 'staff_members.name', 'role', 'office', 'own_lines', 'state'])
    .select(['password_hash', 'password_expires_at', 'totp_sealed', 'totp_step'])
    .select(['created_at', 'last_login_at', 'regions.code as region']);
}

export type MemberRow = Awaited<ReturnType<ReturnType<typeof memberRows>['executeTakeFirstOrThrow']>>;

export function findMember(db: Reader, login: string): Promise<MemberRow | undefined> {
  return memberRows(db).where('login', '=', login).executeTakeFirst();
}

/** Members by login, the ones behind `after`. */
export function readMembers(db: Reader, page: { after?: string | undefined; limit: number }) {
  let rows = memberRows(db);
  if (page.after !== undefined) rows = rows.where('login', '>', page.after);
  return rows.orderBy('login').limit(page.limit).execute();
}

/** The administrators who have enrolled. */
export function readAdministrators(db: Reader) {
  return db
    .selectFrom('staff_members')
    .select(['member_id', 'login'])
    .where('role', '=', 'administrator')
    .where('state', '=', 'active')
    .execute();
}

/** A region by its code; undefined for an unknown one. */
export function findRegion(db: Reader, code: string) {
  return db.selectFrom('regions').select('region_id').where('code', '=', code).executeTakeFirst();
}

/** What a member has stored under an idempotency key. */
export function findStaffReply(db: Reader, memberId: bigint, key: string) {
  return db
    .selectFrom('staff_idempotency_keys')
    .select(['operation', 'input_hash', 'status', 'reply'])
    .where('member_id', '=', memberId)
    .where('key', '=', key)
    .executeTakeFirst();
}
