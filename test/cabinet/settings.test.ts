import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { runBilling } from '../../src/cabinet/domain/billing/runBilling.ts';
import { parseSettings } from '../../src/cabinet/settings-file.ts';
import { local, postBonusesAt } from '../support/billing.ts';
import { caller } from '../support/caller.ts';
import { describeOnBothEngines } from '../support/engines.ts';
import { addServices, giveServices } from '../support/services.ts';
import { startCabinet } from '../support/start-cabinet.ts';
import { addCatalogue, addSubscriber, type NewSubscriber } from '../support/subscribers.ts';

const rub = (amount: string) => ({ amount, currency: 'RUB' });

/** The rate falls after a year. */
const settings = parseSettings(
  JSON.stringify({
    promises: [{ amount: 20_00, fee: 0 }],
    bonusRates: [
      { fromMonths: 0, percent: 50 },
      { fromMonths: 12, percent: 20 },
    ],
  }),
);

describeOnBothEngines('a cabinet with settings of its own', (store) => {
  beforeAll(async () => {
    await addCatalogue(store());
    await addServices(store());
  });

  /** Somebody without a tariff to pay. */
  const subscribe = async (wanted: NewSubscriber) => {
    const cabinet = await startCabinet(store(), { settings });
    onTestFinished(() => cabinet.stop());
    const subscriber = await addSubscriber(store(), wanted);
    await store().transact((tx) =>
      tx
        .updateTable('lines')
        .set({ next_fee_at: null })
        .where('account_id', '=', subscriber.accountId)
        .execute(),
    );
    return { cabinet, accountId: subscriber.accountId, call: caller(store(), cabinet, subscriber) };
  };

  it('lends what they say, at their price, and takes it back (R12)', async () => {
    const { call } = await subscribe({});
    const options = [{ amount: rub('20.00'), fee: rub('0.00') }];
    expect((await call.get('/v1/promised-payment')).body).toMatchObject({ options });
    const refused = await call.post('/v1/promised-payment', { amount: rub('50.00') });
    expect(refused.body.code).toBe('promise_amount_unknown');
    const taken = await call.post('/v1/promised-payment', { amount: rub('20.00') });
    expect(taken.body).toMatchObject({ promise: options[0], balance_after: rub('20.00') });
    await runBilling(store(), { until: local('09.03 14:00'), settings });
    expect((await call.get('/v1/balance')).body.balance).toEqual(rub('0.00'));
  });

  it.each([
    ['2025-12-05', 50],
    ['2024-04-10', 20],
  ])('gives a contract of %s %i percent of spending (R13)', async (contractDate, percent) => {
    const { cabinet, accountId, call } = await subscribe({ contractDate, wallet: 1_000_00n });
    await giveServices(store(), accountId, { extra: 'active' });
    await postBonusesAt(store(), accountId, '10.04 06:00');
    await runBilling(store(), { until: local('10.04 06:00'), settings });
    cabinet.clock.set(local('10.04 06:00'));
    const { body } = await call.get('/v1/bonus');
    expect(body).toMatchObject({ rate_percent: percent, balance: rub(`${percent}.00`) });
  });
});
