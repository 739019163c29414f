import { operations } from '../../../contract/index.ts';
import { listNews } from '../../domain/news/listNews.ts';
import { done } from '../../domain/outcome.ts';
import { read } from '../../http/route.ts';
import { newsToWire } from './shape.ts';

const PAGE_ROWS = 20;

export const listNewsRoute = read(operations.listNews, async (db, { input, subject, now }) => {
  const { accountId, timeZone } = subject;
  const page = await listNews(db, { limit: PAGE_ROWS, ...input.query, accountId, now });
  return done({ items: page.items.map((news) => newsToWire(news, timeZone)), next: page.next });
});
