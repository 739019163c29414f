import type { Static } from 'typebox';
import type { NewsItem, NewsSubscription } from '../../../contract/operations/news.ts';
import { formatInstant } from '../../../shared/period.ts';
import type { NewsRow } from '../../storage/news/reader.ts';
import { instantOrNull } from '../wire.ts';

export function newsToWire(news: NewsRow, timeZone: string): Static<typeof NewsItem> {
  return {
    id: news.news_id,
    published_at: formatInstant(news.published_at, timeZone),
    title: { ru: news.title_ru, en: news.title_en },
    body: { ru: news.body_ru, en: news.body_en },
  };
}

export function subscriptionToWire(since: Date | null, timeZone: string): Static<typeof NewsSubscription> {
  return { subscribed: since !== null, since: instantOrNull(since, timeZone) };
}
