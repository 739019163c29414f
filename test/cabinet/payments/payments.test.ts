import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { CARDS, cancelPayment, payByCard } from '../../support/acquirer.ts';
import { type Caller, caller } from '../../support/caller.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { eventually, settledAs, useCardPayments } from '../../support/payments.ts';
import { addSubscriber, type NewSubscriber } from '../../support/subscribers.ts';

const rub = (amount: string) => ({ amount, currency: 'RUB' });

describeOnBothEngines('a card payment (R14)', (store) => {
  const running = useCardPayments(store);

  async function subscribe(wanted: NewSubscriber = {}) {
    const subscriber = await addSubscriber(store(), wanted);
    return { ...subscriber, call: caller(store(), running().cabinet, subscriber) };
  }
  const pay = (call: Caller, amount: string, key: string = randomUUID()) =>
    call.post('/v1/payments', { amount: rub(amount), language: 'en' }, { key });

  it('is entered on the acquirer’s page, and is in the wallet once it is captured', async () => {
    const ann = await subscribe({ wallet: 10_00n });
    const created = await pay(ann.call, '100.00');
    expect(created).toMatchObject({
      status: 201,
      body: {
        payment: { amount: rub('100.00'), state: 'pending', brand: null, last4: null, decline_reason: null },
        balance: rub('10.00'),
      },
    });
    expect(created.body.checkout_url).toMatch(`${running().acquirer.url}/pay/`);
    await payByCard(created.body.checkout_url, CARDS.mir);
    const { payment, balance } = await settledAs('captured', ann.call, created.body.payment.id);
    expect(payment).toMatchObject({ brand: 'mir', last4: '0004' });
    expect(balance).toEqual(rub('110.00'));
    const { items } = (await ann.call.get('/v1/usage?type=payment')).body;
    expect(items).toMatchObject([
      { type: 'payment', service: 'Карта МИР •0004', cost: rub('-100.00'), balance_after: rub('110.00') },
    ]);
  });

  it.each([
    ['declined', CARDS.declined, 'declined'],
    ['short of money', CARDS.insufficientFunds, 'insufficient_funds'],
  ])('by a card that is %s changes nothing', async (_what, card, reason) => {
    const ann = await subscribe({ wallet: 10_00n });
    const { body } = await pay(ann.call, '100.00');
    await payByCard(body.checkout_url, card);
    const { payment, balance } = await settledAs('declined', ann.call, body.payment.id);
    expect(payment).toMatchObject({ decline_reason: reason, last4: card.slice(-4) });
    expect(balance).toEqual(rub('10.00'));
  });

  it('that the customer cancels changes nothing', async () => {
    const ann = await subscribe();
    const { body } = await pay(ann.call, '100.00');
    await cancelPayment(body.checkout_url);
    expect((await settledAs('cancelled', ann.call, body.payment.id)).balance).toEqual(rub('0.00'));
  });

  it('whose capture is not answered is credited once it is asked about again', async () => {
    const ann = await subscribe();
    const { body } = await pay(ann.call, '100.00');
    await payByCard(body.checkout_url, CARDS.captureUnanswered);
    expect((await settledAs('captured', ann.call, body.payment.id)).balance).toEqual(rub('100.00'));
  });

  it('under the same key is the same payment with the same page', async () => {
    const ann = await subscribe();
    const key = randomUUID();
    const first = await pay(ann.call, '100.00', key);
    const again = await pay(ann.call, '100.00', key);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotent-replay')).toBe('true');
    await payByCard(first.body.checkout_url, CARDS.visa);
    await settledAs('captured', ann.call, first.body.payment.id);
    expect((await pay(ann.call, '100.00', key)).body).toMatchObject({
      payment: { id: first.body.payment.id, state: 'captured' },
      balance: rub('100.00'),
    });
  });

  it.each(['9.99', '15000.01'])('of %s is refused with the limits', async (amount) => {
    const ann = await subscribe();
    expect(await pay(ann.call, amount)).toMatchObject({
      status: 422,
      body: {
        code: 'payment_amount_out_of_range',
        params: { minimum: rub('10.00'), maximum: rub('15000.00') },
      },
    });
  });

  it.each(['10.00', '15000.00'])('of %s is possible', async (amount) => {
    const ann = await subscribe();
    expect((await pay(ann.call, amount)).status).toBe(201);
  });

  it.each(['blocked', 'disconnected'] as const)('may be made for a %s line', async (state) => {
    const ann = await subscribe({ state, wallet: -50_00n });
    const { body } = await pay(ann.call, '100.00');
    await payByCard(body.checkout_url, CARDS.visa);
    expect((await settledAs('captured', ann.call, body.payment.id)).balance).toEqual(rub('50.00'));
  });

  it('in a dry run is shown and not kept', async () => {
    const ann = await subscribe();
    const shown = await ann.call.post('/v1/payments?dry_run=true', { amount: rub('100.00') });
    expect(shown).toMatchObject({ status: 201, body: { payment: { state: 'pending' }, checkout_url: null } });
    expect((await ann.call.get('/v1/payments')).body).toEqual({ items: [], next: null });
  });

  it('is in the list of its owner, newest first, and in nobody else’s', async () => {
    const ann = await subscribe();
    const eve = await subscribe();
    for (const amount of ['11.00', '12.00', '13.00']) {
      await pay(ann.call, amount);
      running().cabinet.clock.advance(1);
    }
    const first = (await ann.call.get('/v1/payments?limit=2')).body;
    expect(first.items).toMatchObject([{ amount: rub('13.00') }, { amount: rub('12.00') }]);
    const rest = (await ann.call.get(`/v1/payments?limit=2&after=${first.next}`)).body;
    expect(rest).toMatchObject({ items: [{ amount: rub('11.00') }], next: null });
    const id = first.items[0].id;
    expect((await ann.call.get(`/v1/payments/${id}`)).body.payment.id).toBe(id);
    expect(await eve.call.get(`/v1/payments/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'payment_not_found' },
    });
    expect((await eve.call.get('/v1/payments')).body.items).toEqual([]);
  });

  it('that the acquirer does not hear of is found by the same key when it is back', async () => {
    const ann = await subscribe();
    const key = randomUUID();
    await running().acquirer.stop();
    const lost = await pay(ann.call, '100.00', key);
    expect(lost).toMatchObject({ status: 503, body: { code: 'acquirer_unavailable' } });
    const [{ id }] = (await ann.call.get('/v1/payments')).body.items;
    await running().acquirer.start();
    const found = await eventually(async () => {
      const answer = await pay(ann.call, '100.00', key);
      return answer.status === 201 ? answer : undefined;
    });
    expect(found.body.payment.id).toBe(id);
    await payByCard(found.body.checkout_url, CARDS.mastercard);
    expect((await settledAs('captured', ann.call, id)).balance).toEqual(rub('100.00'));
  });

  it('leaves a sound ledger, and no number of a card anywhere', async () => {
    expect((await store().read((db) => verifyLedger(db))).findings).toEqual([]);
    const kept = running().cabinet.log() + running().acquirer.log() + (await everythingIn(store()));
    for (const card of Object.values(CARDS)) {
      expect(kept).not.toContain(card);
      expect(kept).not.toContain(card.replaceAll(' ', ''));
    }
  });
});

/** All that the database holds of payments, as text. */
function everythingIn(store: Store): Promise<string> {
  return store.read(async (db) => {
    const tables = ['card_payments', 'usage_records', 'ledger_transactions', 'idempotency_keys'] as const;
    const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
    return JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? `${value}` : value));
  });
}
