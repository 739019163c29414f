import { type Kysely, sql } from 'kysely';

/** R7, R15: a package that was bought by an offer is not the tariff's, and outlives it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table buckets add offer_id text references offers`.execute(db);
}
