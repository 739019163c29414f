import { type Kysely, sql } from 'kysely';

/** R15: when a piece of news was sent to those who had subscribed. What is published already is sent to nobody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table news add announced_at timestamptz`.execute(db);
  await sql`update news set announced_at = published_at where published_at <= now()`.execute(db);
  await sql`create index news_to_announce on news (published_at) where announced_at is null`.execute(db);
}
