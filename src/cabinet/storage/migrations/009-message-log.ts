import { type Kysely, sql } from 'kysely';

/** The log of messages is kept for a while: what is done is found by its age. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index sms_outbox_done on sms_outbox (created_at) where next_at is null`.execute(db);
}
