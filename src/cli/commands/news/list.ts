import { getNewsSubscription, listNews } from '../../../contract/operations/news.ts';
import { cell } from '../../render/cells.ts';
import type { Note } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import type { newsList } from './spec.ts';

const SHOWN_ROWS = 20;

export const run: Run<typeof newsList> = async (context, { options }) => {
  const { limit = SHOWN_ROWS, after } = options;
  const client = await context.client();
  const page = { limit, ...(after === undefined ? {} : { after }) };
  const { items, next } = await client.call(listNews, { query: page });
  const subscription = await client.call(getNewsSubscription, {});
  const terminal = context.mode === 'terminal';
  return {
    json: { schema: 'news-list/1', items, next, subscription },
    blocks: [
      {
        kind: 'table',
        columns: [{ label: 'news.published' }, { label: 'news.title' }, { label: 'field.id' }],
        rows: items.map((news) => [
          terminal ? cell.day(news.published_at) : cell.instant(news.published_at),
          cell.name(news.title.ru, news.title[context.locale]),
          cell.text(news.id),
        ]),
        empty: 'news.none',
      },
    ],
    notes: notes(items.length > 0, next, subscription.subscribed),
  };
};

function notes(some: boolean, next: string | null, subscribed: boolean): Note[] {
  return [
    ...(next === null ? [] : [{ key: 'news.more', params: { id: next } } as const]),
    ...(some ? [{ key: 'news.next-show' } as const] : []),
    { key: subscribed ? 'news.next-unsubscribe' : 'news.next-subscribe' },
  ];
}
