import { findNews, type NewsRow } from '../../storage/news/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { done, type Outcome, refuse } from '../outcome.ts';

/** One piece of news. Refused as `news_not_found`, also when it is for another region or not published yet. */
export async function getNews(
  db: Reader,
  request: { accountId: bigint; newsId: string; now: Date },
): Promise<Outcome<NewsRow>> {
  const news = await findNews(db, request);
  return news ? done(news) : refuse({ kind: 'news_not_found' });
}
