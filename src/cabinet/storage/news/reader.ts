import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Reader } from '../schema.ts';
import type { NewsTable } from '../schema-catalogues.ts';

export type NewsRow = Selectable<NewsTable>;

/** What an account may read: published by `now`, for its region or for all. */
function visibleTo(accountId: bigint, now: Date): RawBuilder<unknown> {
  return sql`n.published_at <= ${now} and (n.region_id is null
    or n.region_id = (select region_id from accounts where account_id = ${accountId}))`;
}

/** The place of an item in the list: the same on every engine, whatever its locale. */
const place = sql`n.published_at, n.news_id collate "C"`;

/** At most `limit` news, newest first, behind the item `after`. */
export async function readNews(
  db: Reader,
  query: { accountId: bigint; now: Date; after?: string | undefined; limit: number },
): Promise<NewsRow[]> {
  const { accountId, now, after, limit } = query;
  const behind =
    after === undefined
      ? sql`true`
      : sql`(${place}) < (select ${place} from news n where n.news_id = ${after})`;
  const { rows } = await sql<NewsRow>`
    select n.* from news n
    where ${visibleTo(accountId, now)} and ${behind}
    order by n.published_at desc, n.news_id collate "C" desc
    limit ${limit}`.execute(db);
  return rows;
}

/** One piece of news that the account may read. */
export async function findNews(
  db: Reader,
  { accountId, newsId, now }: { accountId: bigint; newsId: string; now: Date },
): Promise<NewsRow | undefined> {
  const { rows } = await sql<NewsRow>`
    select n.* from news n where n.news_id = ${newsId} and ${visibleTo(accountId, now)}`.execute(db);
  return rows[0];
}

/** Since when the news go to this account; null when they do not. */
export async function readNewsSubscription(db: Reader, accountId: bigint): Promise<Date | null> {
  const row = await db
    .selectFrom('news_subscriptions')
    .select('subscribed_at')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.subscribed_at ?? null;
}
