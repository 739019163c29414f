import { type NewsRow, readNews } from '../../storage/news/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { type Page, pageOf } from '../page.ts';

/** A page of the news of the line's region and of all regions, newest first. */
export async function listNews(
  db: Reader,
  query: { accountId: bigint; now: Date; after?: string | undefined; limit: number },
): Promise<Page<NewsRow>> {
  const rows = await readNews(db, { ...query, limit: query.limit + 1 });
  return pageOf(rows, query.limit, (news) => news.news_id);
}
