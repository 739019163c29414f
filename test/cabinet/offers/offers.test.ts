import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { readBalances } from '../../../src/cabinet/storage/ledger/reader.ts';
import { DAY_MS, plus } from '../../../src/shared/period.ts';
import { START } from '../../support/clock.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { addOffers, makeOffers } from '../../support/offers.ts';

const rub = (amount: string) => ({ amount, currency: 'RUB' });
const accept = (offer: string) => `/v1/offers/${offer}/accept`;

describeCabinet('personal offers (R15)', (test) => {
  beforeAll(() => addOffers(test().store));

  it('are those of the line: open ones, the soonest to end first, then accepted, then expired ones', async () => {
    const { call, accountId } = await test().subscribe({ wallet: 100_00n });
    await makeOffers(test().store, accountId, { week: 20, thanks: 5, greetings: -1 });
    const { body } = await call.get('/v1/offers');
    expect(body.items.map((offer: { id: string; state: string }) => [offer.id, offer.state])).toEqual([
      ['thanks', 'open'],
      ['week', 'open'],
      ['greetings', 'expired'],
    ]);
    expect(body.items[1]).toEqual({
      id: 'week',
      name: { ru: '10 ГБ на неделю', en: '10 GB for a week' },
      text: { ru: expect.any(String), en: expect.any(String) },
      usage_type: 'data',
      unit: 'byte',
      volume: 10_737_418_240,
      days: 7,
      price: rub('99.00'),
      state: 'open',
      valid_from: '2026-02-23T14:00:00+05:00',
      valid_until: '2026-03-25T14:00:00+05:00',
      accepted_at: null,
    });
    expect((await call.get('/v1/offers/week')).body).toEqual(body.items[1]);
    await call.post(accept('thanks'));
    const after = (await call.get('/v1/offers')).body.items;
    expect(after.map(({ id }: { id: string }) => id)).toEqual(['week', 'thanks', 'greetings']);
    const eve = await test().subscribe();
    expect((await eve.call.get('/v1/offers')).body.items).toEqual([]);
  });

  it('that begin later are not there yet', async () => {
    const { call, accountId } = await test().subscribe();
    await makeOffers(test().store, accountId, { week: 20 }, plus(new Date(START), DAY_MS));
    expect((await call.get('/v1/offers')).body.items).toEqual([]);
    expect((await call.get('/v1/offers/week')).body.code).toBe('offer_not_found');
    expect((await call.post(accept('week'))).body.code).toBe('offer_not_found');
  });

  it('accepted take their price and give their package at once', async () => {
    const { call, accountId } = await test().subscribe({ wallet: 100_00n });
    await makeOffers(test().store, accountId, { week: 20 });
    const { status, body } = await call.post(accept('week'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      offer: { id: 'week', state: 'accepted', accepted_at: '2026-03-05T14:00:00+05:00' },
      package_until: '2026-03-12T14:00:00+05:00',
      balance_before: rub('100.00'),
      balance_after: rub('1.00'),
    });
    expect((await call.get('/v1/balance')).body).toMatchObject({
      balance: rub('1.00'),
      remains: [{ usage_type: 'data', remaining: 10_737_418_240, valid_until: body.package_until }],
    });
    expect((await call.get('/v1/usage')).body.items).toMatchObject([
      { type: 'service', service: 'Предложение «10 ГБ на неделю»', cost: rub('99.00') },
    ]);
    expect((await call.get('/v1/offers/week')).body).toEqual(body.offer);
  });

  it('accepted outlive a tariff switch: only the packages of the tariff are lost (R7)', async () => {
    const { call, accountId } = await test().subscribe({ wallet: 2_000_00n });
    await makeOffers(test().store, accountId, { week: 20 });
    await call.post(accept('week'));
    const { body } = await call.post('/v1/tariff-switches', { tariff: 'mega' });
    expect(body).toMatchObject({ to: { id: 'mega' }, lost: [] });
    const { remains } = (await call.get('/v1/balance')).body;
    expect(remains).toContainEqual(
      expect.objectContaining({ remaining: 10_737_418_240, valid_until: '2026-03-12T14:00:00+05:00' }),
    );
  });

  it('that cost nothing need no money, and leave no row of call detail', async () => {
    const { call, accountId } = await test().subscribe({ wallet: -20_00n });
    await makeOffers(test().store, accountId, { thanks: 20 });
    expect(await call.post(accept('thanks'))).toMatchObject({
      status: 200,
      body: { balance_before: rub('-20.00'), balance_after: rub('-20.00') },
    });
    expect((await call.get('/v1/balance')).body.remains).toMatchObject([
      { usage_type: 'voice', remaining: 12_000 },
    ]);
    expect((await call.get('/v1/usage')).body.items).toEqual([]);
  });

  it('can be accepted until the moment they run out, before billing has looked as well', async () => {
    const { cabinet, store } = test();
    const { call, accountId } = await test().subscribe({ wallet: 100_00n });
    await makeOffers(store, accountId, { week: 20, greetings: 20 });
    try {
      cabinet.clock.set(plus(new Date(START), 20 * DAY_MS - 1));
      expect((await call.post(accept('week'))).status).toBe(200);
      cabinet.clock.advance(1);
      expect((await call.get('/v1/offers/greetings')).body.state).toBe('expired');
      expect((await call.post(accept('greetings'))).body).toMatchObject({
        code: 'offer_expired',
        params: { expired_at: '2026-03-25T14:00:00+05:00' },
      });
    } finally {
      cabinet.clock.set(START);
    }
  });

  it('previewed by a dry run change nothing', async () => {
    const { call, accountId } = await test().subscribe({ wallet: 100_00n });
    await makeOffers(test().store, accountId, { week: 20 });
    const preview = await call.post(`${accept('week')}?dry_run=true`);
    expect((await call.get('/v1/balance')).body).toMatchObject({ balance: rub('100.00'), remains: [] });
    expect((await call.post(accept('week'))).body).toEqual(preview.body);
  });

  it('are refused for the first reason that there is, money last', async () => {
    const refusal = async (
      wanted: { wallet?: bigint; state?: 'blocked' | 'disconnected' },
      offers: Record<string, number>,
      offer = 'week',
    ) => {
      const { call, accountId } = await test().subscribe(wanted);
      if (Object.keys(offers).length > 0) await makeOffers(test().store, accountId, offers);
      const { status, body } = await call.post(accept(offer));
      return [status, body.code];
    };
    expect(await refusal({ state: 'disconnected' }, {})).toEqual([409, 'line_disconnected']);
    expect(await refusal({ state: 'blocked' }, { week: -1 })).toEqual([409, 'line_blocked']);
    expect(await refusal({}, { greetings: 5 })).toEqual([404, 'offer_not_found']);
    expect(await refusal({}, {}, 'nothing')).toEqual([404, 'offer_not_found']);
    expect(await refusal({}, { week: -1 })).toEqual([409, 'offer_expired']);
    expect(await refusal({ wallet: 98_99n }, { week: 1 })).toEqual([409, 'insufficient_funds']);
  });

  it('are accepted at most once, however often and under whatever keys it is tried at once', async () => {
    const { call, accountId } = await test().subscribe({ wallet: 1_000_00n });
    await makeOffers(test().store, accountId, { week: 20 });
    await call.get('/v1/balance');
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        call.post(accept('week'), undefined, index % 2 === 0 ? { key } : {}),
      ),
    );
    const done = answers.filter(({ status }) => status === 200);
    expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['offer_already_accepted']));
    expect(await test().store.read((db) => readBalances(db, accountId))).toMatchObject({ wallet: 901_00n });
    expect((await call.get('/v1/balance')).body.remains).toHaveLength(1);
  });

  it('of two at once with money for one, only one passes', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { call, accountId } = await test().subscribe({ wallet: 99_00n });
      await makeOffers(test().store, accountId, { week: 20, greetings: 20 });
      await call.get('/v1/balance');
      const answers = await Promise.all(['week', 'greetings'].map((offer) => call.post(accept(offer))));
      expect(answers.map(({ body }) => body.code ?? 'done').sort()).toEqual(['done', 'insufficient_funds']);
    }
  });

  it('leave a sound ledger', async () => {
    expect((await test().store.read((db) => verifyLedger(db))).findings).toEqual([]);
  });
});
