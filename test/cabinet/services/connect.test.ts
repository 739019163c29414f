import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { readBalances } from '../../../src/cabinet/storage/ledger/reader.ts';
import { START } from '../../support/clock.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { addServices, giveServices } from '../../support/services.ts';

const rub = (amount: string) => ({ amount, currency: 'RUB' });
const connect = (service: string) => `/v1/services/${service}/connect`;

describeCabinet('connecting a service', (test) => {
  beforeAll(() => addServices(test().store));

  it('takes the connection fee and the first month in one movement, and names the next one', async () => {
    const { call, accountId } = await test().subscribe({ wallet: 400_00n });
    await giveServices(test().store, accountId, { internet: 'active' });
    const { status, body } = await call.post(connect('turbo'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      service: {
        id: 'turbo',
        state: 'active',
        connected_at: '2026-03-05T14:00:00+05:00',
        next_fee_at: '2026-04-05T14:00:00+05:00',
        paused_since: null,
      },
      total: rub('340.00'),
      balance_before: rub('400.00'),
      balance_after: rub('60.00'),
    });
    expect((await call.get('/v1/services/turbo')).body).toEqual(body.service);
    expect((await call.get('/v1/usage')).body.items).toMatchObject([
      {
        type: 'service',
        service: 'Подключение услуги «Турбо»',
        cost: rub('340.00'),
        balance_after: rub('60.00'),
      },
    ]);
    const written = await test().store.read((db) =>
      db
        .selectFrom('ledger_transactions')
        .innerJoin('postings', (join) =>
          join
            .onRef('postings.account_id', '=', 'ledger_transactions.account_id')
            .onRef('postings.transaction_id', '=', 'ledger_transactions.transaction_id'),
        )
        .select(['kind', 'book', 'amount'])
        .where('ledger_transactions.account_id', '=', accountId)
        .where('kind', '<>', 'opening')
        .orderBy('postings.line')
        .execute(),
    );
    expect(written).toEqual([
      { kind: 'service_connection', book: 'wallet', amount: -340_00n },
      { kind: 'service_connection', book: 'revenue.service', amount: 50_00n },
      { kind: 'service_connection', book: 'revenue.service', amount: 290_00n },
    ]);
  });

  it('with a daily fee is paid for 24 hours', async () => {
    const { call } = await test().subscribe({ wallet: 1_50n });
    expect((await call.post(connect('guard'))).body).toMatchObject({
      service: { next_fee_at: '2026-03-06T14:00:00+05:00' },
      total: rub('1.50'),
      balance_after: rub('0.00'),
    });
  });

  it('with one fee alone is paid for good', async () => {
    const { call } = await test().subscribe({ wallet: 10_00n });
    expect((await call.post(connect('forwarding'))).body).toMatchObject({
      service: { state: 'active', next_fee_at: null },
      total: rub('10.00'),
    });
  });

  it('on the last day of January is due on the last day of February', async () => {
    const { cabinet, store } = test();
    const { call, accountId } = await test().subscribe({ wallet: 100_00n });
    await giveServices(store, accountId, { internet: 'active' });
    cabinet.clock.set('2027-01-31T07:00:00Z');
    try {
      expect((await call.post(connect('extra'))).body.service).toMatchObject({
        next_fee_at: '2027-02-28T12:00:00+05:00',
      });
    } finally {
      cabinet.clock.set(START);
    }
  });

  it('on the last day of January comes back to the 31st after February', async () => {
    const { cabinet, store } = test();
    const { call, accountId } = await test().subscribe({ wallet: 10_000_00n });
    await giveServices(store, accountId, { internet: 'active' });
    try {
      cabinet.clock.set('2027-01-31T07:00:00Z');
      await call.post(connect('extra'));
      const taken: string[] = [];
      for (const moment of ['2027-02-28T07:00:00Z', '2027-03-31T07:00:00Z', '2027-04-30T07:00:00Z']) {
        cabinet.clock.set(moment);
        // Any change finds the account as if billing had just run.
        await call.put('/v1/news-subscription');
        taken.push((await call.get('/v1/services/extra')).body.next_fee_at);
      }
      expect(taken).toEqual([
        '2027-03-31T12:00:00+05:00',
        '2027-04-30T12:00:00+05:00',
        '2027-05-31T12:00:00+05:00',
      ]);
    } finally {
      cabinet.clock.set(START);
    }
  });

  it('that costs nothing is possible in debt', async () => {
    const { call } = await test().subscribe({ wallet: -50_00n });
    expect(await call.post(connect('internet'))).toMatchObject({
      status: 200,
      body: { total: rub('0.00'), balance_before: rub('-50.00'), balance_after: rub('-50.00') },
    });
    expect((await call.get('/v1/usage')).body.items).toEqual([]);
  });

  it('previewed by a dry run answers the same and changes nothing', async () => {
    const { call } = await test().subscribe({ wallet: 10_00n });
    const preview = await call.post(`${connect('guard')}?dry_run=true`);
    expect((await call.get('/v1/services/guard')).body.state).toBe('off');
    expect((await call.get('/v1/balance')).body.balance).toEqual(rub('10.00'));
    expect((await call.post(connect('guard'))).body).toEqual(preview.body);
  });

  it('is refused when a kopeck is missing, and says what is needed', async () => {
    const { call } = await test().subscribe({ wallet: 1_49n });
    expect(await call.post(connect('guard'))).toMatchObject({
      status: 409,
      body: { code: 'insufficient_funds', params: { needed: rub('1.50'), available: rub('1.49') } },
    });
    expect((await call.get('/v1/services/guard')).body.state).toBe('off');
  });

  it('is refused for the first reason that there is, money last', async () => {
    const refusals = async (
      service: string,
      wanted: { wallet?: bigint; state?: 'blocked' | 'disconnected' },
      has: Record<string, 'active' | 'paused'>,
    ) => {
      const { call, accountId } = await test().subscribe(wanted);
      if (Object.keys(has).length > 0) await giveServices(test().store, accountId, has);
      const { status, body } = await call.post(connect(service));
      return [status, body.code, body.params?.services?.map((other: { id: string }) => other.id)];
    };
    const none = undefined;
    expect(await refusals('nothing', { state: 'disconnected' }, {})).toEqual([
      409,
      'line_disconnected',
      none,
    ]);
    expect(await refusals('nothing', { state: 'blocked' }, {})).toEqual([409, 'line_blocked', none]);
    expect(await refusals('nothing', {}, {})).toEqual([404, 'service_not_found', none]);
    expect(await refusals('fax', {}, { fax: 'active' })).toEqual([409, 'service_not_available', none]);
    expect(await refusals('turbo', {}, { turbo: 'paused' })).toEqual([
      409,
      'service_already_connected',
      none,
    ]);
    expect(await refusals('turbo', {}, { extra: 'active' })).toEqual([409, 'service_requires', ['internet']]);
    expect(await refusals('turbo', {}, { internet: 'active', extra: 'paused' })).toEqual([
      409,
      'service_conflicts',
      ['extra'],
    ]);
    // The pair is written once, with `extra` first; it counts from both sides.
    expect(await refusals('extra', {}, { internet: 'active', turbo: 'active' })).toEqual([
      409,
      'service_conflicts',
      ['turbo'],
    ]);
    expect(await refusals('turbo', {}, { internet: 'active' })).toEqual([409, 'insufficient_funds', none]);
  });

  it('names what is missing in both languages', async () => {
    const { call } = await test().subscribe();
    expect((await call.post(connect('extra'))).body.params).toEqual({
      services: [{ id: 'internet', name: { ru: 'Интернет', en: 'Internet' } }],
    });
  });

  it('twenty times at once under one key is paid once', async () => {
    const { call, accountId } = await test().subscribe({ wallet: 100_00n });
    await call.get('/v1/balance');
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => call.post(connect('guard'), undefined, { key })),
    );
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(await test().store.read((db) => readBalances(db, accountId))).toMatchObject({ wallet: 98_50n });
  });

  it('twenty times at once under different keys is paid once', async () => {
    const { call, accountId } = await test().subscribe({ wallet: 100_00n });
    await call.get('/v1/balance');
    const answers = await Promise.all(Array.from({ length: 20 }, () => call.post(connect('guard'))));
    const codes = answers.map(({ body }) => body.code ?? 'done').sort();
    expect(codes).toEqual(['done', ...Array.from({ length: 19 }, () => 'service_already_connected')]);
    expect(await test().store.read((db) => readBalances(db, accountId))).toMatchObject({ wallet: 98_50n });
  });

  it('with money for one, of two different services at once only one passes', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { call, accountId } = await test().subscribe({ wallet: 10_00n });
      await call.get('/v1/balance');
      const answers = await Promise.all(
        ['guard', 'forwarding'].map((service) => call.post(connect(service))),
      );
      const codes = answers.map(({ body }) => body.code ?? 'done').sort();
      expect(codes).toEqual(['done', 'insufficient_funds']);
      const { wallet } = await test().store.read((db) => readBalances(db, accountId));
      expect([0n, 8_50n]).toContain(wallet);
    }
  });

  it('of two services that exclude each other at once only one passes', async () => {
    const { call, accountId } = await test().subscribe({ wallet: 1_000_00n });
    await giveServices(test().store, accountId, { internet: 'active' });
    await call.get('/v1/balance');
    const answers = await Promise.all(['extra', 'turbo'].map((service) => call.post(connect(service))));
    expect(answers.map(({ body }) => body.code ?? 'done').sort()).toEqual(['done', 'service_conflicts']);
  });

  it('leaves a sound ledger', async () => {
    expect((await test().store.read((db) => verifyLedger(db))).findings).toEqual([]);
  });
});
