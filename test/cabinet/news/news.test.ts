import { beforeAll, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/shared/period.ts';
import { START } from '../../support/clock.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { addNews } from '../../support/news.ts';

describeCabinet('news', (test) => {
  beforeAll(() => addNews(test().store));

  it('are those of the region of the line and of all regions, newest first', async () => {
    const { call } = await test().subscribe();
    const { body } = await call.get('/v1/news');
    expect(body.items.map((news: { id: string }) => news.id)).toEqual([
      'station-2',
      'station',
      'fraud',
      'autumn',
    ]);
    expect(body.items[2]).toEqual({
      id: 'fraud',
      published_at: '2026-02-03T14:00:00+05:00',
      title: { ru: 'Осторожно, мошенники', en: 'Beware of frauds' },
      body: { ru: 'Подробности: осторожно, мошенники.', en: 'More about it: beware of frauds.' },
    });
    expect(body.next).toBeNull();
    expect((await call.get('/v1/news/fraud')).body).toEqual(body.items[2]);
  });

  it('come by pages, whole however small the page, also where two are of one moment', async () => {
    const { call } = await test().subscribe();
    const whole = (await call.get('/v1/news')).body.items;
    for (const limit of [1, 2, 3, 4]) {
      const items: unknown[] = [];
      let after = '';
      do {
        const { body } = await call.get(`/v1/news?limit=${limit}${after}`);
        items.push(...body.items);
        after = body.next === null ? '' : `&after=${body.next}`;
      } while (after !== '');
      expect(items).toEqual(whole);
    }
    expect((await call.get('/v1/news?after=nothing')).body).toEqual({ items: [], next: null });
  });

  it.each(['works', 'tomorrow', 'nothing'])('of elsewhere or of later are not there: %s', async (id) => {
    const { call } = await test().subscribe();
    expect(await call.get(`/v1/news/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'news_not_found' },
    });
  });

  it('come by SMS only to who wants them (R15)', async () => {
    const { cabinet } = test();
    const { call } = await test().subscribe();
    const subscription = async () => (await call.get('/v1/news-subscription')).body;
    expect(await subscription()).toEqual({ subscribed: false, since: null });
    const subscribed = { subscribed: true, since: '2026-03-05T14:00:00+05:00' };
    expect(await call.put('/v1/news-subscription')).toMatchObject({ status: 200, body: subscribed });
    try {
      cabinet.clock.advance(DAY_MS);
      expect(await call.put('/v1/news-subscription')).toMatchObject({ status: 200, body: subscribed });
      expect(await subscription()).toEqual(subscribed);
    } finally {
      cabinet.clock.set(START);
    }
    const ended = { subscribed: false, since: null };
    expect(await call.del('/v1/news-subscription')).toMatchObject({ status: 200, body: ended });
    expect(await call.del('/v1/news-subscription')).toMatchObject({ status: 200, body: ended });
    expect(await subscription()).toEqual(ended);
  });

  it('subscribed to in a dry run are not subscribed to', async () => {
    const { call } = await test().subscribe();
    expect((await call.put('/v1/news-subscription?dry_run=true')).body.subscribed).toBe(true);
    expect((await call.get('/v1/news-subscription')).body.subscribed).toBe(false);
  });

  it('can be subscribed to by a blocked line and in debt; a disconnected one can only unsubscribe', async () => {
    const blocked = await test().subscribe({ state: 'blocked', wallet: -1_00n });
    expect((await blocked.call.put('/v1/news-subscription')).status).toBe(200);
    const gone = await test().subscribe({ state: 'disconnected' });
    expect((await gone.call.put('/v1/news-subscription')).body.code).toBe('line_disconnected');
    expect((await gone.call.del('/v1/news-subscription')).status).toBe(200);
  });
});
