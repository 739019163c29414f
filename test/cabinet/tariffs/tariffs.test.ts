import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { DAY_MS } from '../../../src/shared/period.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { addFreeTariff } from '../../support/money.ts';

const rub = (amount: string) => ({ amount, currency: 'RUB' });

describeCabinet('tariffs', (test) => {
  beforeAll(() => addFreeTariff(test().store));

  it('to choose from are the open ones, in the order of the catalogue, without the line’s own', async () => {
    const ann = await test().subscribe();
    const { body } = await ann.call.get('/v1/tariffs');
    expect(body.items.map((tariff: { id: string }) => tariff.id)).toEqual(['mega', 'free']);
    expect(body.items[0]).toEqual({
      id: 'mega',
      name: { ru: 'Мега', en: 'Mega' },
      summary: { ru: expect.any(String), en: expect.any(String) },
      fee: rub('500.00'),
      switch_price: rub('100.00'),
      minutes: 300,
      sms: 100,
      data_megabytes: 10_240,
      rate_voice: rub('2.00'),
      rate_sms: rub('3.00'),
      rate_data: rub('1.50'),
    });
  });

  it('show when the next switch is possible, once there was one', async () => {
    const ann = await test().subscribe({ wallet: 600_00n });
    const before = await ann.call.get('/v1/tariffs/current');
    expect(before.body).toMatchObject({ tariff: { id: 'start' }, switch_not_before: null });
    await ann.call.post('/v1/tariff-switches', { tariff: 'mega' });
    const after = await ann.call.get('/v1/tariffs/current');
    expect(after.body).toMatchObject({
      tariff: { id: 'mega' },
      since: '2026-03-05T14:00:00+05:00',
      next_fee_at: '2026-04-04T14:00:00+05:00',
      switch_not_before: '2026-04-04T14:00:00+05:00',
    });
  });
});

describeCabinet('a tariff switch', (test) => {
  beforeAll(() => addFreeTariff(test().store));

  it('takes price and fee at once, loses the packages and begins the new ones', async () => {
    const ann = await test().subscribe({ wallet: 1_000_00n });
    const first = await ann.call.post('/v1/tariff-switches', { tariff: 'mega' });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      from: { id: 'start', name: { ru: 'Старт', en: 'Start' } },
      to: { id: 'mega' },
      switch_price: rub('100.00'),
      fee: rub('500.00'),
      total: rub('600.00'),
      lost: [],
      balance_before: rub('1000.00'),
      balance_after: rub('400.00'),
      switched_at: '2026-03-05T14:00:00+05:00',
      next_fee_at: '2026-04-04T14:00:00+05:00',
    });
    expect((await ann.call.get('/v1/balance')).body).toMatchObject({
      balance: rub('400.00'),
      remains: [{ usage_type: 'voice' }, { usage_type: 'sms' }, { usage_type: 'data' }],
    });
  });

  it('is a row of call detail with the balance after it', async () => {
    const subscriber = await test().subscribe({ wallet: 1_000_00n });
    const switched = await subscriber.call.post('/v1/tariff-switches', { tariff: 'mega' });
    const rows = (await subscriber.call.get('/v1/usage')).body.items;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      type: 'service',
      service: expect.stringContaining(switched.body.to.name.ru),
      cost: switched.body.total,
      balance_after: switched.body.balance_after,
      started_at: switched.body.switched_at,
    });
  });

  it('names what is lost', async () => {
    const { store } = test();
    const ann = await test().subscribe({ wallet: 1_000_00n });
    await ann.call.post('/v1/tariff-switches', { tariff: 'mega' });
    await store.transact(async (tx) => {
      await sql`update buckets set remaining = 61 where account_id = ${ann.accountId} and usage_type = 'voice'`.execute(
        tx,
      );
      await sql`update buckets set remaining = 0 where account_id = ${ann.accountId} and usage_type = 'sms'`.execute(
        tx,
      );
      await sql`update lines set switched_at = null where account_id = ${ann.accountId}`.execute(tx);
    });
    const { body } = await ann.call.post('/v1/tariff-switches', { tariff: 'free' });
    expect(body).toMatchObject({
      total: rub('0.00'),
      balance_before: rub('400.00'),
      balance_after: rub('400.00'),
      lost: [
        { usage_type: 'voice', unit: 'second', remaining: 61 },
        { usage_type: 'data', unit: 'byte', remaining: 10_737_418_240 },
      ],
    });
    expect((await ann.call.get('/v1/balance')).body.remains).toEqual([]);
  });

  it('previewed by a dry run answers the same and changes nothing', async () => {
    const ann = await test().subscribe({ wallet: 600_00n });
    const before = await ann.call.get('/v1/balance');
    const preview = await ann.call.post('/v1/tariff-switches?dry_run=true', { tariff: 'mega' });
    expect(preview.status).toBe(201);
    expect(await ann.call.get('/v1/balance')).toMatchObject({ body: before.body });
    const real = await ann.call.post('/v1/tariff-switches', { tariff: 'mega' });
    expect(real.body).toEqual(preview.body);
  });

  it('is refused when a kopeck is missing, and says what is needed', async () => {
    const ann = await test().subscribe({ wallet: 599_99n });
    const { status, body } = await ann.call.post('/v1/tariff-switches', { tariff: 'mega' });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'insufficient_funds',
      params: { needed: rub('600.00'), available: rub('599.99') },
    });
    expect((await ann.call.get('/v1/balance')).body.balance).toEqual(rub('599.99'));
  });

  it('costs nothing to a subscriber in debt when the tariff is free', async () => {
    const ann = await test().subscribe({ wallet: -1n });
    expect((await ann.call.post('/v1/tariff-switches', { tariff: 'free' })).status).toBe(201);
  });

  it.each([
    ['an unknown tariff', 'nowhere', 404, 'tariff_not_available'],
    ['a tariff of the archive', 'retro', 404, 'tariff_not_available'],
    ['the line’s own tariff', 'start', 409, 'tariff_already_active'],
  ])('to %s is refused', async (_what, tariff, status, code) => {
    const ann = await test().subscribe({ wallet: 1_000_00n });
    expect(await ann.call.post('/v1/tariff-switches', { tariff })).toMatchObject({ status, body: { code } });
  });

  it.each([
    ['blocked', 'line_blocked'],
    ['disconnected', 'line_disconnected'],
  ] as const)('of a %s line is refused', async (state, code) => {
    const ann = await test().subscribe({ wallet: 1_000_00n, state });
    const answer = await ann.call.post('/v1/tariff-switches', { tariff: 'mega' });
    expect(answer).toMatchObject({ status: 409, body: { code } });
  });

  it('is possible once in 30 days', async () => {
    const { cabinet } = test();
    const ann = await test().subscribe({ wallet: 1_000_00n });
    await ann.call.post('/v1/tariff-switches', { tariff: 'mega' });
    const notBefore = (await ann.call.get('/v1/tariffs/current')).body.switch_not_before;
    cabinet.clock.advance(30 * DAY_MS - 1);
    expect(await ann.call.post('/v1/tariff-switches', { tariff: 'start' })).toMatchObject({
      status: 409,
      body: { code: 'tariff_switch_too_soon', params: { not_before: notBefore } },
    });
    cabinet.clock.advance(1);
    expect((await ann.call.post('/v1/tariff-switches', { tariff: 'start' })).status).toBe(201);
  });

  it('leaves a sound ledger', async () => {
    expect((await test().store.read((db) => verifyLedger(db))).findings).toEqual([]);
  });
});
