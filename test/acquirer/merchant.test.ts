import { randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../src/shared/period.ts';
import { anOrder, GOOD, serveAcquirer } from '../support/acquirer-server.ts';

const VISA = { number: '4111 1111 1111 1111', ...GOOD };
const LOST = { number: '5200 8282 8282 8210', ...GOOD };

describe('an order', () => {
  test('is made once, however often it is asked for (R14)', async () => {
    const { ask } = await serveAcquirer();
    const order = anOrder();
    const first = await ask('POST', '/v1/orders', order);
    const second = await ask('POST', '/v1/orders', order);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect(first.body).toMatchObject({
      order: order.order,
      amount: '250.00',
      currency: 'RUB',
      state: 'created',
    });
  });

  test('keeps its amount', async () => {
    const { ask } = await serveAcquirer();
    const order = anOrder();
    await ask('POST', '/v1/orders', order);
    const other = await ask('POST', '/v1/orders', { ...order, amount: '250.01' });
    expect(other).toEqual({ status: 409, body: { error: 'amount_differs' } });
  });

  test('has an address that cannot be guessed, on the acquirer’s own origin', async () => {
    const { newOrder, url } = await serveAcquirer();
    const [first, second] = [await newOrder(), await newOrder()];
    expect(first.checkout_url).toBe(`${url}/pay/${first.reference}`);
    expect(Buffer.from(first.reference, 'base64url')).toHaveLength(24);
    expect(second.reference).not.toBe(first.reference);
  });

  test.each([
    ['no UUID', { order: '1' }],
    ['an amount of three decimals', { amount: '1.000' }],
    ['nothing to pay', { amount: '0.00' }],
    ['another currency', { currency: 'USD' }],
    ['an unknown language', { language: 'de' }],
    ['a callback to no web address', { callback_url: 'file:///etc/passwd' }],
    ['a card number', { card: '4111111111111111' }],
  ])('with %s is refused', async (_, wrong) => {
    const { ask } = await serveAcquirer();
    const refused = await ask('POST', '/v1/orders', { ...anOrder(), ...wrong });
    expect(refused).toEqual({ status: 400, body: { error: 'bad_request' } });
  });

  test('is shown to the merchant only', async () => {
    const { ask, newOrder } = await serveAcquirer();
    const { order } = await newOrder();
    for (const key of ['', 'wrong', `${'a'.repeat(500)}`]) {
      const refused = await ask('GET', `/v1/orders/${order}`, undefined, key);
      expect(refused).toEqual({ status: 401, body: { error: 'unauthorized' } });
    }
    expect((await ask('GET', `/v1/orders/${randomUUID()}`)).status).toBe(404);
  });

  test('that nobody pays is cancelled after 30 minutes', async () => {
    const { newOrder, find, clock } = await serveAcquirer();
    const { order } = await newOrder();
    clock.advance(30 * MINUTE_MS - 1);
    expect((await find(order)).state).toBe('created');
    clock.advance(1);
    expect((await find(order)).state).toBe('cancelled');
  });
});

describe('a capture', () => {
  test('takes the money of an authorized order, and says the same when it is repeated', async () => {
    const { newOrder, ask, send, find } = await serveAcquirer();
    const { order, checkout_url } = await newOrder();
    expect(await ask('POST', `/v1/orders/${order}/capture`)).toEqual({
      status: 409,
      body: { error: 'not_authorized' },
    });
    await send(checkout_url, VISA);
    expect(await find(order)).toMatchObject({ state: 'authorized', brand: 'visa', last4: '1111' });
    const first = await ask('POST', `/v1/orders/${order}/capture`);
    const second = await ask('POST', `/v1/orders/${order}/capture`);
    expect(first).toMatchObject({ status: 200, body: { state: 'captured' } });
    expect(second).toEqual(first);
  });

  test('by the card of the lost answer happens, and is answered when it is asked for again', async () => {
    const { newOrder, ask, send, find } = await serveAcquirer();
    const { order, checkout_url } = await newOrder();
    await send(checkout_url, LOST);
    await expect(ask('POST', `/v1/orders/${order}/capture`)).rejects.toThrow('fetch failed');
    expect((await find(order)).state).toBe('captured');
    expect((await ask('POST', `/v1/orders/${order}/capture`)).body.state).toBe('captured');
  });
});

describe('answers that get lost', () => {
  test('leave the deed done', async () => {
    const losing = await serveAcquirer({ loseAnswers: 1 });
    const order = anOrder();
    await expect(losing.ask('POST', '/v1/orders', order)).rejects.toThrow('fetch failed');
    await losing.close();
    const { find } = await serveAcquirer({ file: losing.file });
    expect(await find(order.order)).toMatchObject({ order: order.order, state: 'created' });
  });

  test('are as many as was asked for', async () => {
    const { ask } = await serveAcquirer({ loseAnswers: 0.25 });
    const asked = Array.from({ length: 200 }, () => ask('POST', '/v1/orders', anOrder()));
    const lost = (await Promise.allSettled(asked)).filter(({ status }) => status === 'rejected');
    expect(lost.length).toBeGreaterThan(20);
    expect(lost.length).toBeLessThan(90);
  });
});

describe('a restart', () => {
  test('finds every order as it was, with an address that still opens', async () => {
    const before = await serveAcquirer();
    const [open, paid, lost] = [await before.newOrder(), await before.newOrder(), await before.newOrder()];
    await before.send(paid.checkout_url, VISA);
    await before.ask('POST', `/v1/orders/${paid.order}/capture`);
    await before.send(lost.checkout_url, LOST);
    await before.close();

    const after = await serveAcquirer({ file: before.file });
    expect(await after.find(paid.order)).toMatchObject({ state: 'captured', last4: '1111' });
    expect((await after.open(`${after.url}/pay/${open.reference}`)).status).toBe(200);
    await expect(after.ask('POST', `/v1/orders/${lost.order}/capture`)).rejects.toThrow('fetch failed');
  });

  test('forgets a line that was never finished, and goes on after it', async () => {
    const before = await serveAcquirer();
    const whole = await before.newOrder();
    await before.close();
    appendFileSync(before.file, '{"order":{"order":"half');
    const between = await serveAcquirer({ file: before.file });
    const next = await between.newOrder();
    await between.close();
    const { find } = await serveAcquirer({ file: before.file });
    expect([(await find(whole.order)).state, (await find(next.order)).state]).toEqual(['created', 'created']);
    expect(readFileSync(before.file, 'utf8')).not.toContain('half');
  });

  test('leaves a file of its owner alone', async () => {
    const { file } = await serveAcquirer();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
