import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { DAY_MS } from '../../../src/shared/period.ts';
import { addLot } from '../../support/bonus.ts';
import { type CabinetUnderTest, describeCabinet } from '../../support/describe-cabinet.ts';

const rub = (amount: string) => ({ amount, currency: 'RUB' });
const asked = (amount: string) => ({ amount: rub(amount) });

/** A subscriber with 30 ₽ of bonuses posted 200 days ago, and 50 ₽ posted 100 days ago. */
async function rich({ store, subscribe }: CabinetUnderTest, wanted = {}) {
  const ann = await subscribe({ wallet: 10_00n, ...wanted });
  await addLot(store, ann.accountId, { amount: 50_00n, daysAgo: 100 });
  await addLot(store, ann.accountId, { amount: 30_00n, daysAgo: 200 });
  const left = async () => {
    const { body } = await ann.call.get('/v1/bonus');
    return body.lots.map((lot: { remaining: { amount: string } }) => lot.remaining.amount);
  };
  return { ...ann, left };
}

describeCabinet('R13: the bonus account', (test) => {
  it('shows what there is, oldest first, the rate and the next posting', async () => {
    const ann = await rich(test());
    await test().store.transact((tx) =>
      sql`update accounts set bonus_due_at = '2026-03-10T01:00:00Z' where account_id = ${ann.accountId}`.execute(
        tx,
      ),
    );
    const { status, body } = await ann.call.get('/v1/bonus');
    expect(status).toBe(200);
    expect(body).toEqual({
      balance: rub('80.00'),
      rate_percent: 10,
      next_posting_at: '2026-03-10T06:00:00+05:00',
      lots: [
        {
          initial: rub('30.00'),
          remaining: rub('30.00'),
          granted_at: '2025-08-17T14:00:00+05:00',
          expires_at: '2026-08-17T14:00:00+05:00',
        },
        {
          initial: rub('50.00'),
          remaining: rub('50.00'),
          granted_at: '2025-11-25T14:00:00+05:00',
          expires_at: '2026-11-25T14:00:00+05:00',
        },
      ],
    });
  });

  it.each([
    ['2025-09-06', 5],
    ['2025-09-05', 8],
    ['2025-03-05', 10],
    ['2024-03-05', 12],
    ['2023-03-05', 15],
  ])('of a contract of %s earns %i percent', async (contractDate, rate) => {
    const ann = await test().subscribe({ contractDate });
    expect((await ann.call.get('/v1/bonus')).body).toMatchObject({ rate_percent: rate, lots: [] });
  });

  it('loses a lot twelve months after its posting, and says so in the history', async () => {
    const { cabinet, store } = test();
    const ann = await test().subscribe({ tariff: 'retro', wallet: 1_000_00n });
    await addLot(store, ann.accountId, { amount: 30_00n, daysAgo: 364 });
    cabinet.clock.advance(DAY_MS - 1);
    expect((await ann.call.get('/v1/bonus')).body.balance).toEqual(rub('30.00'));
    cabinet.clock.advance(1);
    expect((await ann.call.get('/v1/bonus')).body).toMatchObject({ balance: rub('0.00'), lots: [] });
    expect(await ann.call.post('/v1/bonus/spendings', asked('0.01'))).toMatchObject({
      status: 409,
      body: { code: 'bonus_insufficient', params: { needed: rub('0.01'), available: rub('0.00') } },
    });
    const { items } = (await ann.call.get('/v1/bonus/history')).body;
    expect(items).toMatchObject([
      { kind: 'expired', amount: rub('-30.00'), at: '2026-03-06T14:00:00+05:00' },
      { kind: 'posted', amount: rub('30.00'), at: '2025-03-06T14:00:00+05:00' },
    ]);
  });
});

describeCabinet('R13: spending bonuses', (test) => {
  it('moves them to the balance one to one, the oldest first', async () => {
    const ann = await rich(test());
    expect(await ann.call.post('/v1/bonus/spendings', asked('40.50'))).toMatchObject({
      status: 201,
      body: {
        spent: rub('40.50'),
        bonus_before: rub('80.00'),
        bonus_after: rub('39.50'),
        balance_before: rub('10.00'),
        fees_taken: rub('0.00'),
        balance_after: rub('50.50'),
      },
    });
    expect(await ann.left()).toEqual(['39.50']);
    expect((await ann.call.get('/v1/balance')).body.balance).toEqual(rub('50.50'));
    expect((await ann.call.get('/v1/account')).body.bonus).toEqual(rub('39.50'));
    expect((await ann.call.get('/v1/usage')).body.items).toMatchObject([
      { type: 'bonus', cost: rub('-40.50'), balance_after: rub('50.50'), service: 'Оплата бонусами' },
    ]);
  });

  it('can take them all, and not a kopeck more', async () => {
    const ann = await rich(test());
    expect(await ann.call.post('/v1/bonus/spendings', asked('80.01'))).toMatchObject({
      status: 409,
      body: { code: 'bonus_insufficient', params: { needed: rub('80.01'), available: rub('80.00') } },
    });
    expect(await ann.left()).toEqual(['30.00', '50.00']);
    expect((await ann.call.post('/v1/bonus/spendings', asked('80.00'))).status).toBe(201);
    expect(await ann.left()).toEqual([]);
  });

  it('previewed by a dry run answers the same and changes nothing', async () => {
    const ann = await rich(test());
    const preview = await ann.call.post('/v1/bonus/spendings?dry_run=true', asked('35.00'));
    expect(await ann.left()).toEqual(['30.00', '50.00']);
    expect((await ann.call.post('/v1/bonus/spendings', asked('35.00'))).body).toEqual(preview.body);
    expect(await ann.left()).toEqual(['45.00']);
  });

  it('works for a debtor and behind a blocked SIM, not for a disconnected line', async () => {
    const debtor = await rich(test(), { wallet: -30_00n });
    expect((await debtor.call.post('/v1/bonus/spendings', asked('10.00'))).body.balance_after).toEqual(
      rub('-20.00'),
    );
    const blocked = await rich(test(), { state: 'blocked' });
    expect((await blocked.call.post('/v1/bonus/spendings', asked('10.00'))).status).toBe(201);
    const gone = await rich(test(), { state: 'disconnected' });
    expect(await gone.call.post('/v1/bonus/spendings', asked('10.00'))).toMatchObject({
      status: 409,
      body: { code: 'line_disconnected' },
    });
  });

  it('pays at once for the tariff that had waited (R8)', async () => {
    const { store } = test();
    const ann = await rich(test(), { wallet: 250_00n });
    await store.transact((tx) =>
      sql`update lines set next_fee_at = null, fee_unpaid_since = '2026-03-01T09:00:00Z'
        where account_id = ${ann.accountId}`.execute(tx),
    );
    const { body } = await ann.call.post('/v1/bonus/spendings', asked('60.00'));
    expect(body).toMatchObject({
      balance_before: rub('250.00'),
      fees_taken: rub('300.00'),
      balance_after: rub('10.00'),
    });
    expect((await ann.call.get('/v1/balance')).body).toMatchObject({ base_rates_since: null });
  });

  it('sent twice at once with different keys never spends a bonus twice', async () => {
    const ann = await rich(test());
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ann.call.post('/v1/bonus/spendings', asked('30.00'))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, ...Array(6).fill(409)]);
    expect((await ann.call.get('/v1/balance')).body.balance).toEqual(rub('70.00'));
    expect(await ann.left()).toEqual(['20.00']);
  });

  it('repeated with its key is the same one', async () => {
    const ann = await rich(test());
    const key = 'the-same-spending';
    const first = await ann.call.post('/v1/bonus/spendings', asked('30.00'), { key });
    expect((await ann.call.post('/v1/bonus/spendings', asked('30.00'), { key })).body).toEqual(first.body);
    expect(await ann.left()).toEqual(['50.00']);
  });

  it.each(['0.00', '-1.00', '1.5', '1'])('of %s is a bad request', async (amount) => {
    const ann = await rich(test());
    expect(await ann.call.post('/v1/bonus/spendings', asked(amount))).toMatchObject({ status: 400 });
  });

  it('is listed newest first, page by page', async () => {
    const ann = await rich(test());
    for (const amount of ['1.00', '2.00', '3.00']) await ann.call.post('/v1/bonus/spendings', asked(amount));
    const all = (await ann.call.get('/v1/bonus/history')).body;
    expect(all.next).toBeNull();
    expect(all.items.map((item: { kind: string; amount: unknown }) => [item.kind, item.amount])).toEqual([
      ...all.items.slice(0, 3).map((item: { amount: unknown }) => ['spent', item.amount]),
      ['posted', rub('50.00')],
      ['posted', rub('30.00')],
    ]);
    const paged: unknown[] = [];
    let path: string | null = '/v1/bonus/history?limit=2';
    while (path) {
      const { items, next }: { items: unknown[]; next: string | null } = (await ann.call.get(path)).body;
      paged.push(...items);
      path = next && `/v1/bonus/history?limit=2&after=${next}`;
    }
    expect(paged).toEqual(all.items);
    const other = await test().subscribe();
    const { id } = all.items[0];
    expect((await other.call.get(`/v1/bonus/history?after=${id}`)).body.items).toEqual([]);
    expect((await other.call.get('/v1/bonus/history?after=nonsense')).status).toBe(400);
  });

  it('leaves lots and ledger in agreement', async () => {
    const { store } = test();
    expect((await store.read((db) => verifyLedger(db))).findings).toEqual([]);
    const { rows } = await store.read((db) =>
      sql`select b.account_id from balances b
        left join bonus_lots l on l.account_id = b.account_id
        where b.book = 'bonus' group by b.account_id, b.amount
        having b.amount <> coalesce(sum(l.remaining), 0)`.execute(db),
    );
    expect(rows).toEqual([]);
  });
});
