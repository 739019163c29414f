import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { runBilling } from '../../../src/cabinet/domain/billing/runBilling.ts';
import { defaultSettings as settings } from '../../../src/cabinet/settings.ts';
import { billUntil, diary, local, payIn } from '../../support/billing.ts';
import { START } from '../../support/clock.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { addFreeTariff } from '../../support/money.ts';
import { addServices } from '../../support/services.ts';

const full = [
  { usage_type: 'voice', remaining: 18_000 },
  { usage_type: 'sms', remaining: 100 },
  { usage_type: 'data', remaining: 10_737_418_240 },
];

describeCabinet('the tariff fee (R8)', (test) => {
  beforeAll(() => addFreeTariff(test().store));
  beforeEach(() => test().cabinet.clock.set(START));

  const lineOf = async (accountId: bigint) => {
    const { rows } = await test().store.read((db) =>
      sql<{ next_fee_at: Date | null; fee_unpaid_since: Date | null }>`
        select next_fee_at, fee_unpaid_since from lines where account_id = ${accountId}`.execute(db),
    );
    return rows[0];
  };

  it('is taken every 30 days and begins the packages anew', async () => {
    const ann = await test().subscribe({ wallet: 700_00n });
    await billUntil(test(), '15.03 13:59');
    expect(await diary(test().store, ann.accountId)).toEqual([]);
    await billUntil(test(), '15.03 14:00');
    const { remains } = (await ann.call.get('/v1/balance')).body;
    expect(remains).toMatchObject(
      full.map((each) => ({ ...each, valid_until: '2026-04-14T14:00:00+05:00' })),
    );
    await billUntil(test(), '14.04 14:00');
    expect(await diary(test().store, ann.accountId)).toEqual([
      '15.03 14:00 Абонентская плата «Старт» -300.00 → 400.00',
      '14.04 14:00 Абонентская плата «Старт» -300.00 → 100.00',
    ]);
    const next = (await ann.call.get('/v1/balance')).body.remains;
    expect(next).toMatchObject(full.map((each) => ({ ...each, valid_until: '2026-05-14T14:00:00+05:00' })));
  });

  it('that finds a kopeck too little ends the packages: base rates apply, and nothing is tried until money comes', async () => {
    const ann = await test().subscribe({ wallet: 599_99n });
    await billUntil(test(), '20.05 12:00');
    expect(await diary(test().store, ann.accountId)).toEqual([
      '15.03 14:00 Абонентская плата «Старт» -300.00 → 299.99',
    ]);
    expect((await ann.call.get('/v1/balance')).body).toMatchObject({
      remains: [],
      base_rates_since: '2026-04-14T14:00:00+05:00',
    });
    expect(await lineOf(ann.accountId)).toEqual({
      next_fee_at: null,
      fee_unpaid_since: local('14.04 14:00'),
    });
  });

  it('is tried at every top-up, and a late payment begins a period of 30 days', async () => {
    const ann = await test().subscribe({ wallet: 100_00n });
    await billUntil(test(), '16.03 10:00');
    await payIn(test().store, ann.accountId, 199_99n, '16.03 10:00');
    expect(await lineOf(ann.accountId)).toEqual({
      next_fee_at: null,
      fee_unpaid_since: local('15.03 14:00'),
    });
    await payIn(test().store, ann.accountId, 1n, '18.03 11:30');
    expect(await lineOf(ann.accountId)).toEqual({
      next_fee_at: local('17.04 11:30'),
      fee_unpaid_since: null,
    });
    expect(await diary(test().store, ann.accountId)).toEqual([
      '16.03 10:00 Пополнение 199.99 → 299.99',
      '18.03 11:30 Пополнение 0.01 → 300.00',
      '18.03 11:30 Абонентская плата «Старт» -300.00 → 0.00',
    ]);
  });

  it('that is not paid is forgotten with its tariff at a switch (R7)', async () => {
    const ann = await test().subscribe({ wallet: 100_00n });
    await billUntil(test(), '16.03 10:00');
    await ann.call.post('/v1/tariff-switches', { tariff: 'free' });
    expect(await lineOf(ann.accountId)).toEqual({ next_fee_at: null, fee_unpaid_since: null });
    await payIn(test().store, ann.accountId, 500_00n, '17.03 10:00');
    await billUntil(test(), '20.06 10:00');
    expect(await diary(test().store, ann.accountId)).toEqual(['17.03 10:00 Пополнение 500.00 → 600.00']);
  });

  it('of nothing renews the packages and needs no balance', async () => {
    const { store } = test();
    await store.transact((tx) =>
      sql`insert into tariffs select 'gift', 'Подарочный', 'Gift', '', '', 0, 0, 10, 0, 0, 100, 100, 100, true, 10`.execute(
        tx,
      ),
    );
    const ann = await test().subscribe({ tariff: 'gift' });
    await billUntil(test(), '20.04 10:00');
    expect(await diary(store, ann.accountId)).toEqual([]);
    expect((await ann.call.get('/v1/balance')).body.remains).toMatchObject([
      { usage_type: 'voice', remaining: 600, valid_until: '2026-05-14T14:00:00+05:00' },
    ]);
  });

  it('that is due is taken before anything else that a subscriber does', async () => {
    const ann = await test().subscribe({ wallet: 700_00n });
    test().cabinet.clock.set(local('20.03 10:00'));
    const refused = await ann.call.post('/v1/tariff-switches', { tariff: 'mega' });
    expect(refused.body).toMatchObject({
      code: 'insufficient_funds',
      params: { available: { amount: '400.00' } },
    });
    expect(await diary(test().store, ann.accountId)).toEqual([
      '15.03 14:00 Абонентская плата «Старт» -300.00 → 400.00',
    ]);
  });

  it('is not taken by a dry run', async () => {
    const ann = await test().subscribe({ wallet: 700_00n });
    test().cabinet.clock.set(local('20.03 10:00'));
    await ann.call.post('/v1/sim/block?dry_run=true', { reason: 'lost' });
    expect(await diary(test().store, ann.accountId)).toEqual([]);
  });
});

describeCabinet('fees of services', (test) => {
  beforeAll(() => addServices(test().store));

  /** Somebody whose service falls due at a moment, and who has nothing else to pay. */
  const connect = async (
    service: string,
    at: string,
    zone?: { id: number; name: string },
    wallet = 900_00n,
  ) => {
    const { store } = test();
    const ann = await test().subscribe({ wallet });
    await store.transact(async (tx) => {
      await sql`update lines set next_fee_at = null where account_id = ${ann.accountId}`.execute(tx);
      if (zone) {
        await sql`insert into regions values (${zone.id}, ${zone.name}, '', '', ${zone.name})`.execute(tx);
        await sql`update accounts set region_id = ${zone.id} where account_id = ${ann.accountId}`.execute(tx);
      }
      await sql`insert into line_services (account_id, service_id, state, connected_at, next_fee_at, period_anchor)
        values (${ann.accountId}, ${service}, 'active', ${at}, ${at}, ${at})`.execute(tx);
    });
    return ann;
  };
  const chargedAt = async (accountId: bigint) => {
    const { rows } = await test().store.read((db) =>
      sql<{ at: Date }>`select created_at as at from ledger_transactions
        where account_id = ${accountId} and kind = 'service_fee' order by 1`.execute(db),
    );
    return rows.map(({ at }) => at.toISOString().slice(0, 16));
  };
  const billAt = (at: string) => {
    test().cabinet.clock.set(at);
    return runBilling(test().store, { until: new Date(at), settings });
  };

  it('by the month keep the day of the calendar: 31 January, 28 February, 31 March', async () => {
    const ann = await connect('extra', '2026-01-31T10:00:00+05:00');
    await billAt('2026-06-01T00:00:00+05:00');
    expect(await chargedAt(ann.accountId)).toEqual([
      '2026-01-31T05:00',
      '2026-02-28T05:00',
      '2026-03-31T05:00',
      '2026-04-30T05:00',
      '2026-05-31T05:00',
    ]);
  });

  it('by the month know the leap year', async () => {
    const ann = await connect('extra', '2027-12-30T10:00:00+05:00');
    await billAt('2028-04-01T00:00:00+05:00');
    expect(await chargedAt(ann.accountId)).toEqual([
      '2027-12-30T05:00',
      '2028-01-30T05:00',
      '2028-02-29T05:00',
      '2028-03-30T05:00',
    ]);
  });

  it('by the month go by the calendar of the region, not of Greenwich', async () => {
    // In Kamchatka it is the 31st already; there the shorter months end twelve hours earlier.
    const ann = await connect('extra', '2026-01-30T20:00:00Z', { id: 41, name: 'Asia/Kamchatka' });
    await billAt('2026-04-15T00:00:00Z');
    expect(await chargedAt(ann.accountId)).toEqual([
      '2026-01-30T20:00',
      '2026-02-27T20:00',
      '2026-03-30T20:00',
    ]);
  });

  it('by the day are 24 hours apart', async () => {
    const ann = await connect('guard', '2026-03-05T09:00:00Z');
    await billAt('2026-03-08T08:59:59Z');
    expect(await chargedAt(ann.accountId)).toEqual([
      '2026-03-05T09:00',
      '2026-03-06T09:00',
      '2026-03-07T09:00',
    ]);
  });

  it('that find no money pause the service; paid late, its months are counted from then', async () => {
    const ann = await connect('extra', '2026-03-31T10:00:00+05:00', undefined, 150_00n);
    await billAt('2026-05-08T09:00:00+05:00');
    const paused = (await ann.call.get('/v1/services/extra')).body;
    expect(paused).toMatchObject({
      state: 'paused',
      paused_since: '2026-04-30T10:00:00+05:00',
      next_fee_at: null,
    });
    await payIn(test().store, ann.accountId, 500_00n, '08.05 09:00');
    expect((await ann.call.get('/v1/services/extra')).body).toMatchObject({
      state: 'active',
      paused_since: null,
      next_fee_at: '2026-06-08T09:00:00+05:00',
    });
    await billAt('2026-07-09T00:00:00+05:00');
    expect(await chargedAt(ann.accountId)).toEqual([
      '2026-03-31T05:00',
      '2026-05-08T04:00',
      '2026-06-08T04:00',
      '2026-07-08T04:00',
    ]);
  });
});
