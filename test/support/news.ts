import type { Store } from '../../src/cabinet/storage/store.ts';
import { DAY_MS, plus } from '../../src/shared/period.ts';
import { START } from './clock.ts';

/** News: of all regions, of the one where subscribers live, of another one, and one of tomorrow. */
export async function addNews(store: Store): Promise<void> {
  const omsk = { region_id: 55, code: 'omsk', name_ru: 'Омская область', name_en: 'Omsk region' };
  await store.transact(async (tx) => {
    await tx
      .insertInto('regions')
      .values({ ...omsk, time_zone: 'Asia/Omsk' })
      .execute();
    await tx
      .insertInto('news')
      .values([
        news('autumn', -90, null, ['Осень', 'Autumn']),
        news('fraud', -30, null, ['Осторожно, мошенники', 'Beware of frauds']),
        news('station', -2, 66, ['Новая станция', 'A new station']),
        news('station-2', -2, 66, ['Ещё одна станция', 'One more station']),
        news('works', -1, 55, ['Работы в Омске', 'Works in Omsk']),
        news('tomorrow', 1, null, ['Завтрашняя новость', 'News of tomorrow']),
      ])
      .execute();
  });
}

function news(
  news_id: string,
  days: number,
  region_id: number | null,
  [title_ru, title_en]: [string, string],
) {
  return {
    news_id,
    published_at: plus(new Date(START), days * DAY_MS),
    region_id,
    title_ru,
    title_en,
    body_ru: `Подробности: ${title_ru.toLowerCase()}.`,
    body_en: `More about it: ${title_en.toLowerCase()}.`,
  };
}
