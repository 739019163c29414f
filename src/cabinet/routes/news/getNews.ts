import { operations } from '../../../contract/index.ts';
import { getNews } from '../../domain/news/getNews.ts';
import { mapDone } from '../../domain/outcome.ts';
import { read } from '../../http/route.ts';
import { newsToWire } from './shape.ts';

export const getNewsRoute = read(operations.getNews, async (db, { input, subject, now }) => {
  const { accountId, timeZone } = subject;
  const outcome = await getNews(db, { accountId, newsId: input.params.news, now });
  return mapDone(outcome, (news) => newsToWire(news, timeZone));
});
