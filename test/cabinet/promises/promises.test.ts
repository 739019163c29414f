import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { DAY_MS } from '../../../src/shared/period.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';

const PATH = '/v1/promised-payment';
const rub = (amount: string) => ({ amount, currency: 'RUB' });
const asked = (amount: string) => ({ amount: rub(amount) });
const options = [
  { amount: rub('50.00'), fee: rub('7.00') },
  { amount: rub('100.00'), fee: rub('12.00') },
  { amount: rub('300.00'), fee: rub('30.00') },
];

describeCabinet('R12: a promised payment', (test) => {
  it('is shown with what can be had', async () => {
    const ann = await test().subscribe();
    expect(await ann.call.get(PATH)).toMatchObject({
      status: 200,
      body: { open: null, options, days: 3, not_before: null },
    });
  });

  it('is on the balance at once, even of a debtor, and is shown everywhere until it is paid back', async () => {
    const ann = await test().subscribe({ wallet: -20_00n });
    const taken = await ann.call.post(PATH, asked('100.00'));
    const promise = {
      amount: rub('100.00'),
      fee: rub('12.00'),
      taken_at: '2026-03-05T14:00:00+05:00',
      due_at: '2026-03-08T14:00:00+05:00',
    };
    expect(taken).toMatchObject({
      status: 201,
      body: {
        promise,
        balance_before: rub('-20.00'),
        fees_taken: rub('0.00'),
        balance_after: rub('80.00'),
      },
    });
    expect((await ann.call.get(PATH)).body.open).toEqual(promise);
    expect((await ann.call.get('/v1/balance')).body).toMatchObject({ balance: rub('80.00'), promise });
    expect((await ann.call.get('/v1/account')).body).toMatchObject({ balance: rub('80.00'), promise });
    expect((await ann.call.get('/v1/usage')).body.items).toMatchObject([
      { type: 'payment', cost: rub('-100.00'), balance_after: rub('80.00'), service: 'Обещанный платёж' },
    ]);
  });

  it.each(options)('of $amount.amount costs $fee.amount', async ({ amount, fee }) => {
    const ann = await test().subscribe();
    expect((await ann.call.post(PATH, { amount })).body).toMatchObject({
      promise: { amount, fee },
      balance_after: amount,
    });
  });

  it('pays at once for the tariff that had waited (R8)', async () => {
    const ann = await test().subscribe({ wallet: 10_00n });
    await test().store.transact((tx) =>
      sql`update lines set next_fee_at = null, fee_unpaid_since = '2026-03-01T09:00:00Z'
        where account_id = ${ann.accountId}`.execute(tx),
    );
    expect((await ann.call.get('/v1/balance')).body.base_rates_since).toBe('2026-03-01T14:00:00+05:00');
    expect((await ann.call.post(PATH, asked('300.00'))).body).toMatchObject({
      balance_before: rub('10.00'),
      fees_taken: rub('300.00'),
      balance_after: rub('10.00'),
    });
    expect((await ann.call.get('/v1/balance')).body.base_rates_since).toBeNull();
  });

  it('previewed by a dry run answers the same and lends nothing', async () => {
    const ann = await test().subscribe();
    const preview = await ann.call.post(`${PATH}?dry_run=true`, asked('50.00'));
    expect((await ann.call.get(PATH)).body.open).toBeNull();
    expect((await ann.call.get('/v1/balance')).body.balance).toEqual(rub('0.00'));
    expect((await ann.call.post(PATH, asked('50.00'))).body).toEqual(preview.body);
  });

  it('asked for many times at once with different keys is given once', async () => {
    const ann = await test().subscribe();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ann.call.post(PATH, asked('50.00'))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'promise_already_open')).toHaveLength(7);
    expect((await ann.call.get('/v1/balance')).body.balance).toEqual(rub('50.00'));
  });

  it('repeated with its key is the same one', async () => {
    const ann = await test().subscribe();
    const key = 'the-same-promise';
    const first = await ann.call.post(PATH, asked('50.00'), { key });
    expect((await ann.call.post(PATH, asked('50.00'), { key })).body).toEqual(first.body);
    expect((await ann.call.get('/v1/balance')).body.balance).toEqual(rub('50.00'));
  });

  it('is not given before three months of the contract have passed', async () => {
    const young = await test().subscribe({ contractDate: '2025-12-06' });
    const not_before = '2026-03-06T00:00:00+05:00';
    expect((await young.call.get(PATH)).body).toMatchObject({ open: null, not_before });
    expect(await young.call.post(PATH, asked('50.00'))).toMatchObject({
      status: 409,
      body: { code: 'promise_tenure_too_short', params: { not_before } },
    });
    const older = await test().subscribe({ contractDate: '2025-12-05' });
    expect((await older.call.post(PATH, asked('50.00'))).status).toBe(201);
  });

  it.each(['49.99', '50.01', '700.00'])('of %s is not offered', async (amount) => {
    const ann = await test().subscribe();
    expect(await ann.call.post(PATH, asked(amount))).toMatchObject({
      status: 422,
      body: { code: 'promise_amount_unknown' },
    });
  });

  it.each([
    ['blocked', 'line_blocked'],
    ['disconnected', 'line_disconnected'],
  ] as const)('of a %s line is refused', async (state, code) => {
    const ann = await test().subscribe({ state });
    expect(await ann.call.post(PATH, asked('50.00'))).toMatchObject({ status: 409, body: { code } });
  });
});

describeCabinet('R12: the term of a promised payment', (test) => {
  it('is three days; then money and price are taken back, and it can be had again', async () => {
    const { cabinet } = test();
    const ann = await test().subscribe({ wallet: 20_00n });
    await ann.call.post(PATH, asked('50.00'));
    cabinet.clock.advance(3 * DAY_MS - 1);
    expect(await ann.call.post(PATH, asked('50.00'))).toMatchObject({
      status: 409,
      body: { code: 'promise_already_open', params: { due_at: expect.any(String) } },
    });
    cabinet.clock.advance(1);
    // 20 of their own, 50 lent and taken back, 7 for it: the next one finds 13.
    expect((await ann.call.post(PATH, asked('50.00'))).body).toMatchObject({
      balance_before: rub('13.00'),
      balance_after: rub('63.00'),
    });
  });

  it('leaves a sound ledger', async () => {
    expect((await test().store.read((db) => verifyLedger(db))).findings).toEqual([]);
  });
});
