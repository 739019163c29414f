import { beforeAll, expect, it } from 'vitest';
import { announceNews } from '../../../src/cabinet/domain/news/announceNews.ts';
import { DAY_MS, plus } from '../../../src/shared/period.ts';
import { START } from '../../support/clock.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { addNews } from '../../support/news.ts';
import { readOutbox } from '../../support/sms-service.ts';
import { addSubscriber, type NewSubscriber } from '../../support/subscribers.ts';

const now = new Date(START);
const tomorrow = plus(now, DAY_MS);

describeOnBothEngines('R15: the news by SMS', (store) => {
  beforeAll(async () => {
    await addSubscriber(store());
    await addNews(store());
  });

  /** A line that has subscribed; answers what it was sent. */
  const subscribed = async (since: Date | null, wanted: NewSubscriber = {}) => {
    const { accountId } = await addSubscriber(store(), wanted);
    if (since)
      await store().transact((tx) =>
        tx.insertInto('news_subscriptions').values({ account_id: accountId, subscribed_at: since }).execute(),
      );
    return async () => (await readOutbox(store(), accountId)).map(({ body }) => body);
  };
  const announce = (at: Date) => announceNews(store(), { now: at });

  it('are not those from before the subscription', async () => {
    const sent = await subscribed(now);
    expect(await announce(now)).toBe(5);
    expect(await sent()).toEqual([]);
  });

  it('come when they are published, once, whatever number of nodes sends them', async () => {
    const sent = await subscribed(now);
    const [never, late] = [await subscribed(null), await subscribed(plus(tomorrow, 1))];
    expect(await announce(plus(tomorrow, -1))).toBe(0);
    const nodes = await Promise.all([1, 2, 3].map(() => announce(plus(tomorrow, 5))));
    expect(nodes.sort()).toEqual([0, 0, 1]);
    expect(await announce(plus(tomorrow, 6))).toBe(0);
    expect(await sent()).toEqual(['Новость: Завтрашняя новость. Подробнее: lisa news show tomorrow']);
    expect([await never(), await late()]).toEqual([[], []]);
  });

  it('come to the lines of the region, blocked or not, but not disconnected', async () => {
    const active = await subscribed(now);
    const blocked = await subscribed(now, { state: 'blocked' });
    const gone = await subscribed(now, { state: 'disconnected' });
    const published = { published_at: plus(now, 29 * DAY_MS), body_ru: '', body_en: '', title_en: '' };
    const later = { ...published, published_at: plus(now, 30 * DAY_MS) };
    await store().transact((tx) =>
      tx
        .insertInto('news')
        .values([
          { ...published, news_id: 'here', region_id: 66, title_ru: 'Здесь' },
          { ...published, news_id: 'there', region_id: 55, title_ru: 'Там' },
          { ...later, news_id: 'later', region_id: 66, title_ru: 'Потом' },
        ])
        .execute(),
    );
    expect(await announce(published.published_at)).toBe(2);
    expect(await announce(later.published_at)).toBe(1);
    const [here, then] = [
      'Новость: Здесь. Подробнее: lisa news show here',
      'Новость: Потом. Подробнее: lisa news show later',
    ];
    expect(await active()).toEqual([here, then]);
    expect(await blocked()).toEqual([here]);
    expect(await gone()).toEqual([]);
  });
});
