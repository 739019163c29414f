import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settlePayment } from '../../../src/cabinet/domain/payments/settlePayment.ts';
import { defaultSettings } from '../../../src/cabinet/settings.ts';
import { MINUTE_MS, plus, SECOND_MS } from '../../../src/shared/period.ts';
import {
  CARDS,
  payByCard,
  type RunningAcquirer,
  realClock,
  startAcquirerProcess,
} from '../../support/acquirer.ts';
import { caller } from '../../support/caller.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { eventually, settledAs } from '../../support/payments.ts';
import { seededRandom } from '../../support/random.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addSubscriber } from '../../support/subscribers.ts';

const NOBODY = 'http://127.0.0.1:1';

describeOnBothEngines('settling a payment', (store) => {
  let acquirer: RunningAcquirer;
  let cabinet: RunningCabinet;
  beforeAll(async () => {
    acquirer = await startAcquirerProcess();
    // No callback arrives: what happens is found out by asking.
    cabinet = await startCabinet(store(), { acquirer: () => acquirer.connect(() => NOBODY) });
  });
  afterAll(async () => {
    await cabinet.stop();
    await acquirer.remove();
  });

  async function begin() {
    const ann = await addSubscriber(store());
    const call = caller(store(), cabinet, ann);
    const { body } = await call.post('/v1/payments', { amount: { amount: '100.00', currency: 'RUB' } });
    const key = { account_id: ann.accountId, payment_id: body.payment?.id as string };
    return { call, key, url: body.checkout_url as string };
  }
  const settling = () => ({
    store: store(),
    acquirer: acquirer.connect(() => NOBODY),
    clock: cabinet.clock,
    random: seededRandom('settling'),
    settings: defaultSettings,
  });
  const putOff = (payment: string, askAt: Date) =>
    store().transact((tx) =>
      tx.updateTable('card_payments_open').set({ ask_at: askAt }).where('payment_id', '=', payment).execute(),
    );

  it('many times at once credits once', async () => {
    const { call, key, url } = await begin();
    await payByCard(url, CARDS.mir);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => settlePayment(settling(), key)));
    expect(outcomes).toContain('settled');
    expect((await settledAs('captured', call, key.payment_id)).balance.amount).toBe('100.00');
    const movements = (await call.get('/v1/usage?type=payment')).body.items;
    expect(movements).toHaveLength(1);
  });

  it('needs no callback: the cabinet asks by itself', async () => {
    const { call, key, url } = await begin();
    await payByCard(url, CARDS.visa);
    expect((await settledAs('captured', call, key.payment_id)).balance.amount).toBe('100.00');
  });

  it('is put off for longer each time while nobody pays', async () => {
    const { key } = await begin();
    const asked = () =>
      store().read((db) =>
        db
          .selectFrom('card_payments_open')
          .selectAll()
          .where('payment_id', '=', key.payment_id)
          .executeTakeFirstOrThrow(),
      );
    await putOff(key.payment_id, realClock.now());
    const once = await eventually(async () => ((await asked()).asks === 1 ? asked() : undefined));
    await putOff(key.payment_id, realClock.now());
    const twice = await eventually(async () => ((await asked()).asks === 2 ? asked() : undefined));
    const pause = ({ ask_at }: { ask_at: Date }) => ask_at.getTime() - realClock.now().getTime();
    expect(pause(once)).toBeLessThanOrEqual(3 * SECOND_MS);
    expect(pause(twice)).toBeGreaterThan(3 * SECOND_MS);
  });

  it('never credits an amount that is not the one that was asked for, and tells the log', async () => {
    const { call, key, url } = await begin();
    await putOff(key.payment_id, plus(realClock.now(), MINUTE_MS));
    await store().transact((tx) =>
      sql`update card_payments set amount = 20000 where payment_id = ${key.payment_id}`.execute(tx),
    );
    await payByCard(url, CARDS.mir);
    await putOff(key.payment_id, realClock.now());
    expect((await settledAs('unknown', call, key.payment_id)).balance.amount).toBe('0.00');
    await eventually(async () => cabinet.log().includes('tells another amount') || undefined);
    expect(cabinet.log()).toContain(key.payment_id);
    expect(await acquirer.connect(() => NOBODY).find(key.payment_id)).toMatchObject({ state: 'authorized' });
  });

  it('is unknown while the acquirer is silent about money that may be held', async () => {
    const { call, key, url } = await begin();
    await putOff(key.payment_id, plus(realClock.now(), MINUTE_MS));
    await payByCard(url, CARDS.mastercard);
    await store().transact((tx) =>
      sql`update card_payments set state = 'authorized' where payment_id = ${key.payment_id}`.execute(tx),
    );
    await acquirer.stop();
    expect(await settlePayment(settling(), key)).toBe('silence');
    await settledAs('unknown', call, key.payment_id);
    await acquirer.start();
    await settlePayment(settling(), key);
    expect((await settledAs('captured', call, key.payment_id)).balance.amount).toBe('100.00');
  });

  it('does not give up a payment because another acquirer, asked by mistake, never saw it', async () => {
    const { call, key, url } = await begin();
    await putOff(key.payment_id, plus(realClock.now(), MINUTE_MS));
    await payByCard(url, CARDS.mir);
    cabinet.clock.advance(61 * MINUTE_MS);
    const stranger = await startAcquirerProcess();
    const asked = { ...settling(), acquirer: stranger.connect(() => NOBODY) };
    expect(await settlePayment(asked, key)).toBe('silence');
    await stranger.remove();
    await settlePayment(settling(), key);
    expect((await settledAs('captured', call, key.payment_id)).balance.amount).toBe('100.00');
  });

  it('gives up a payment that the acquirer never saw, after an hour', async () => {
    await acquirer.stop();
    const { call, key } = await begin();
    await acquirer.start();
    const [{ id }] = (await call.get('/v1/payments')).body.items;
    cabinet.clock.advance(61 * MINUTE_MS);
    await settlePayment(settling(), { ...key, payment_id: id });
    await settledAs('cancelled', call, id);
  });
});
