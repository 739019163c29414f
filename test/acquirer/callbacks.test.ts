import { describe, expect, test, vi } from 'vitest';
import { MINUTE_MS } from '../../src/shared/period.ts';
import { GOOD, KEY, serveAcquirer } from '../support/acquirer-server.ts';
import { receiveCallbacks } from '../support/callback-receiver.ts';

const VISA = { number: '4111 1111 1111 1111', ...GOOD };

describe('callbacks', () => {
  test('tell of every change, ten times each when asked to, signed and under one id', async () => {
    const { url, received } = await receiveCallbacks(KEY);
    const { newOrder, send, ask, clock } = await serveAcquirer({ callbacks: 10 });
    const { order, checkout_url } = await newOrder({ callback_url: url });
    expect(received).toEqual([]);
    await send(checkout_url, VISA);
    await vi.waitFor(() => expect(received).toHaveLength(10));
    await ask('POST', `/v1/orders/${order}/capture`);
    await vi.waitFor(() => expect(received).toHaveLength(20));

    const events = received.map(({ event }) => event);
    expect(new Set(events.slice(0, 10)).size).toBe(1);
    expect(new Set(events).size).toBe(2);
    const seconds = clock.now().getTime() / 1_000;
    for (const callback of received)
      expect(callback).toMatchObject({ payment: order, genuine: true, signedAt: seconds });
  });

  test('have a signature that another key does not make', async () => {
    const { url, received } = await receiveCallbacks('another key');
    const { newOrder, send } = await serveAcquirer();
    const { checkout_url } = await newOrder({ callback_url: url });
    await send(checkout_url, VISA);
    await vi.waitFor(() => expect(received).toHaveLength(1));
    expect(received[0]?.genuine).toBe(false);
  });

  test('are repeated with longer and longer pauses until they are confirmed', async () => {
    const { url, received } = await receiveCallbacks(KEY, (nth) => (nth < 4 ? 503 : 204));
    const attempts: number[] = [];
    const pause = (attempt: number) => {
      attempts.push(attempt);
      return 5;
    };
    const { newOrder, send } = await serveAcquirer({ pause });
    const { checkout_url } = await newOrder({ callback_url: url });
    await send(`${checkout_url}/cancel`, {});
    await vi.waitFor(() => expect(received).toHaveLength(4));
    expect(new Set(received.map(({ event }) => event)).size).toBe(1);
    expect(attempts).toEqual([1, 2, 3]);
  });

  test('that were not confirmed are sent again after a restart; confirmed ones are not', async () => {
    const { url, received } = await receiveCallbacks(KEY, (nth) => (nth === 1 ? 204 : 500));
    const before = await serveAcquirer({ pause: () => 3_600_000 });
    const [told, untold] = [
      await before.newOrder({ callback_url: url }),
      await before.newOrder({ callback_url: url }),
    ];
    await before.send(`${told.checkout_url}/cancel`, {});
    await vi.waitFor(() => expect(received).toHaveLength(1));
    await before.send(`${untold.checkout_url}/cancel`, {});
    await vi.waitFor(() => expect(received).toHaveLength(2));
    await before.close();

    await serveAcquirer({ file: before.file, pause: () => 3_600_000 });
    await vi.waitFor(() => expect(received).toHaveLength(3));
    expect(received[2]).toEqual(received[1]);
    expect(received[2]?.payment).toBe(untold.order);
  });

  test('tell of an order whose time has passed, though nobody looks at it', async () => {
    const { url, received } = await receiveCallbacks(KEY);
    const { newOrder, clock } = await serveAcquirer({ sweepMs: 10 });
    const { order } = await newOrder({ callback_url: url });
    clock.advance(30 * MINUTE_MS);
    await vi.waitFor(() => expect(received).toHaveLength(1));
    expect(received[0]).toMatchObject({ payment: order, genuine: true });
  });

  test('go on for a day, and no longer', async () => {
    const { url, received } = await receiveCallbacks(KEY, () => 500);
    const { newOrder, send, clock, close, file } = await serveAcquirer();
    const { checkout_url } = await newOrder({ callback_url: url });
    await send(`${checkout_url}/cancel`, {});
    await vi.waitFor(() => expect(received.length).toBeGreaterThan(3));
    clock.advance(24 * 60 * MINUTE_MS);
    await vi.waitFor(async () => {
      const count = received.length;
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(received).toHaveLength(count);
    });
    await close();
    const count = received.length;
    await serveAcquirer({ file });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(received).toHaveLength(count);
  });
});
