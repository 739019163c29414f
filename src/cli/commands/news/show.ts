import { getNews, listNews } from '../../../contract/operations/news.ts';
import { type Choosable, chooseOne } from '../../choose.ts';
import type { Context } from '../../context.ts';
import { PAGE_ROWS } from '../../pages.ts';
import { cell } from '../../render/cells.ts';
import { formatDateTime } from '../../render/format.ts';
import type { Run } from '../../spec.ts';
import type { newsShow } from './spec.ts';

export const run: Run<typeof newsShow> = async (context, { operands }) => {
  const { locale } = context;
  const id = await chooseOne(context, {
    word: operands.news,
    operand: 'NEWS',
    question: 'news.which',
    list: () => latest(context),
  });
  const client = await context.client();
  const news = await client.call(getNews, { params: { news: id } });
  return {
    json: { schema: 'news-show/1', ...news },
    blocks: [
      {
        kind: 'fields',
        rows: [
          { key: 'news', label: 'news.title', value: cell.name(news.id, news.title[locale]) },
          { key: 'published_at', label: 'news.published', value: cell.instant(news.published_at) },
        ],
      },
      { kind: 'prose', key: 'body', text: context.mode === 'terminal' ? news.body[locale] : news.body.ru },
    ],
  };
};

/** One page is enough to choose from; what is older is shown by its code. */
async function latest(context: Context): Promise<Choosable[]> {
  const client = await context.client();
  const { items } = await client.call(listNews, { query: { limit: PAGE_ROWS } });
  return items.map(({ id, title, published_at }) => ({
    id,
    names: [title.ru, title.en],
    line: `${formatDateTime(published_at.slice(0, 10), context.locale)} · ${title[context.locale]}`,
  }));
}
