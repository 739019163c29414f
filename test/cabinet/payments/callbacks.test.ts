import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { MINUTE_MS, plus, SECOND_MS } from '../../../src/shared/period.ts';
import { realClock, signBody } from '../../support/acquirer.ts';
import { caller } from '../../support/caller.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { ask } from '../../support/http.ts';
import { useCardPayments } from '../../support/payments.ts';
import { addSubscriber } from '../../support/subscribers.ts';

describeOnBothEngines('a callback of the acquirer', (store) => {
  const running = useCardPayments(store);

  const post = (body: string, signature?: string) =>
    ask(running().cabinet, '/v1/acquirer/callbacks', {
      method: 'POST',
      body,
      key: null,
      headers: signature === undefined ? {} : { 'acquirer-signature': signature },
    });
  const callback = (payment: string = randomUUID(), event: string = randomUUID()) =>
    JSON.stringify({ event, payment });
  const events = () => store().read((db) => db.selectFrom('acquirer_events').selectAll().execute());
  const dueAt = (payment: string) =>
    store().read((db) =>
      db
        .selectFrom('card_payments_open')
        .select('ask_at')
        .where('payment_id', '=', payment)
        .executeTakeFirstOrThrow(),
    );

  it('is taken with 204 when it is signed, whatever payment it names', async () => {
    const body = callback();
    expect((await post(body, signBody(body))).status).toBe(204);
  });

  it.each([
    ['without a signature', () => undefined],
    ['with another key', (body: string) => signBody(body, { key: 'another-key-of-the-tests-0123456789' })],
    [
      'signed too long ago',
      (body: string) => signBody(body, { at: plus(realClock.now(), -5 * MINUTE_MS - 2 * SECOND_MS) }),
    ],
    [
      'signed in the future',
      (body: string) => signBody(body, { at: plus(realClock.now(), 5 * MINUTE_MS + 5 * SECOND_MS) }),
    ],
    ['with the signature of another body', () => signBody(callback())],
    ['with a body that was changed by a space', (body: string) => signBody(body.replace('":', '" :'))],
    ['with a signature of another form', (body: string) => signBody(body).replace('v1=', 'v0=')],
    ['with a signature that is cut off', (body: string) => signBody(body).slice(0, -1)],
  ])('%s is refused and forgotten', async (_what, signature) => {
    const body = callback();
    const before = (await events()).length;
    const answer = await post(body, signature(body));
    expect(answer).toMatchObject({ status: 401, body: { code: 'signature_invalid' } });
    expect(await events()).toHaveLength(before);
  });

  it.each([
    ['almost five minutes old', -5 * MINUTE_MS + 5 * SECOND_MS],
    ['from a clock that is almost five minutes ahead', 5 * MINUTE_MS - 5 * SECOND_MS],
  ])('%s is taken', async (_what, milliseconds) => {
    const body = callback();
    const signature = signBody(body, { at: plus(realClock.now(), milliseconds) });
    expect((await post(body, signature)).status).toBe(204);
  });

  it('is remembered: the same event again is confirmed and does nothing', async () => {
    const ann = await addSubscriber(store());
    const created = await caller(store(), running().cabinet, ann).post('/v1/payments', {
      amount: { amount: '100.00', currency: 'RUB' },
    });
    const { id } = created.body.payment;
    const body = callback(id);
    expect((await post(body, signBody(body))).status).toBe(204);
    const known = (await events()).length;
    const far = plus(realClock.now(), 60 * MINUTE_MS);
    await store().transact((tx) =>
      tx.updateTable('card_payments_open').set({ ask_at: far }).where('payment_id', '=', id).execute(),
    );
    expect((await post(body, signBody(body, { at: plus(realClock.now(), -SECOND_MS) }))).status).toBe(204);
    expect(await events()).toHaveLength(known);
    expect(await dueAt(id)).toEqual({ ask_at: far });
  });

  it('is not believed: a payment that nobody has paid stays as it is', async () => {
    const ann = await addSubscriber(store());
    const call = caller(store(), running().cabinet, ann);
    const created = await call.post('/v1/payments', { amount: { amount: '100.00', currency: 'RUB' } });
    const { id } = created.body.payment;
    const body = callback(id);
    expect((await post(body, signBody(body))).status).toBe(204);
    expect((await call.get(`/v1/payments/${id}`)).body).toMatchObject({
      payment: { state: 'pending' },
      balance: { amount: '0.00' },
    });
  });
});
