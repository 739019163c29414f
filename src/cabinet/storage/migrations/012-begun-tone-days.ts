import { type Kysely, sql } from 'kysely';

/** R10: a day of the tone service that had begun when it was switched off. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tone_services add day_until timestamptz`.execute(db);
}
