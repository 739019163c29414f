import { type Kysely, sql } from 'kysely';

/** The logins of one account, which a new password must not contain (R3). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index logins_by_account on logins (account_id)`.execute(db);
}
