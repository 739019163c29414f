import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/shared/period.ts';
import { type CabinetUnderTest, describeCabinet } from '../../support/describe-cabinet.ts';
import { addServices, giveServices } from '../../support/services.ts';
import { CODEWORD, type NewSubscriber } from '../../support/subscribers.ts';
import { addLineMelodies, addToneService } from '../../support/tones.ts';

interface Fee {
  kind: string;
  id: string | null;
  amount: { amount: string };
  period: string;
  state: string;
  next_at: string | null;
  paused_since: string | null;
}

/** A subscriber with everything that can be taken by itself, and with what cannot. */
async function household({ store, subscribe }: CabinetUnderTest, wanted: NewSubscriber = {}) {
  const ann = await subscribe({ wallet: 1_000_00n, ...wanted });
  await giveServices(store, ann.accountId, { guard: 'active', extra: 'paused', internet: 'active' });
  await addToneService(store, ann.accountId);
  await store.transact((tx) =>
    sql`update tone_services set next_fee_at = '2026-03-06T09:00:00Z' where account_id = ${ann.accountId}`.execute(
      tx,
    ),
  );
  await addLineMelodies(store, ann.accountId, { yolka: 12, kalinka: 'paused', silence: 3 });
  return { ...ann, fees: async () => (await ann.call.get('/v1/account')).body.fees as Fee[] };
}

const line = ({ kind, id, amount, period, state, next_at, paused_since }: Fee) =>
  [kind, id, amount.amount, period, state, next_at ?? paused_since].join(' ');

describeCabinet('what is taken by itself', (test) => {
  beforeAll(() => addServices(test().store));

  it('is listed in the order in which a top-up resumes it, without what is free (R8, R10)', async () => {
    const ann = await household(test());
    expect((await ann.fees()).map(line)).toEqual([
      'tariff start 300.00 30_days active 2026-03-15T14:00:00+05:00',
      'service extra 100.00 month paused 2026-03-04T14:00:00+05:00',
      'service guard 1.50 day active 2026-03-06T14:00:00+05:00',
      'tone_service  1.50 day active 2026-03-06T14:00:00+05:00',
      'melody yolka 30.00 30_days active 2026-03-17T14:00:00+05:00',
      'melody kalinka 15.00 30_days paused 2026-03-04T14:00:00+05:00',
    ]);
  });

  it('shows the tariff as paused while its base rates apply, here and with the balance (R8)', async () => {
    const ann = await household(test());
    await test().store.transact((tx) =>
      sql`update lines set next_fee_at = null, fee_unpaid_since = '2026-03-01T09:00:00Z'
        where account_id = ${ann.accountId}`.execute(tx),
    );
    const since = '2026-03-01T14:00:00+05:00';
    expect((await ann.fees())[0]).toMatchObject({ state: 'paused', next_at: null, paused_since: since });
    for (const path of ['/v1/account', '/v1/balance']) {
      expect((await ann.call.get(path)).body.base_rates_since).toBe(since);
    }
  });

  it('has no dates while the SIM is blocked, and is nothing for a disconnected line (R9)', async () => {
    const blocked = await household(test(), { state: 'blocked' });
    expect((await blocked.fees()).map(({ state, next_at }) => [state, next_at])).toEqual(
      ['blocked', 'paused', 'blocked', 'blocked', 'blocked', 'paused'].map((state) => [state, null]),
    );
    expect((await blocked.call.get('/v1/account')).body.blocked_until).toBe('2026-04-04T14:00:00+05:00');
    const gone = await household(test(), { state: 'disconnected' });
    expect((await gone.call.get('/v1/account')).body).toMatchObject({
      fees: [],
      base_rates_since: null,
      blocked_until: null,
    });
  });

  it('names whoever reads the news', async () => {
    const ann = await test().subscribe();
    await test().store.transact((tx) =>
      tx
        .insertInto('news_subscriptions')
        .values({ account_id: ann.accountId, subscribed_at: new Date('2026-03-01T09:00:00Z') })
        .execute(),
    );
    expect((await ann.call.get('/v1/account')).body.notifications).toEqual({ sms: ann.msisdn, news: true });
  });
});

describeCabinet('the fees of a blocked line (R9)', (test) => {
  beforeAll(() => addServices(test().store));

  it('stand still, and go on later by the length of the block; a preview already says so', async () => {
    const { cabinet } = test();
    const ann = await test().subscribe({ wallet: 1_000_00n });
    await giveServices(test().store, ann.accountId, { guard: 'active' });
    const blocked = await ann.call.post('/v1/sim/block', { reason: 'temporary' });
    expect(blocked.body.fees.map(line)).toEqual([
      'tariff start 300.00 30_days blocked ',
      'service guard 1.50 day blocked ',
    ]);
    cabinet.clock.advance(5 * DAY_MS);
    expect((await ann.call.get('/v1/balance')).body.balance.amount).toBe('1000.00');
    const preview = await ann.call.post('/v1/sim/unblock?dry_run=true', { codeword: '' });
    const later = [
      'tariff start 300.00 30_days active 2026-03-20T14:00:00+05:00',
      'service guard 1.50 day active 2026-03-11T14:00:00+05:00',
    ];
    expect(preview.body.fees.map(line)).toEqual(later);
    const unblocked = await ann.call.post('/v1/sim/unblock', { codeword: CODEWORD });
    expect(unblocked.body).toEqual(preview.body);
    const account = (await ann.call.get('/v1/account')).body;
    expect(account).toMatchObject({ balance: { amount: '1000.00' }, blocked_until: null });
    expect(account.fees.map(line)).toEqual(later);
  });
});
