import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { TEST_CARDS } from '../../src/acquirer/cards/test-cards.ts';
import { texts } from '../../src/acquirer/texts/texts.ts';
import { MINUTE_MS } from '../../src/shared/period.ts';
import { GOOD, serveAcquirer } from '../support/acquirer-server.ts';

const VISA = { number: '4111 1111 1111 1111', ...GOOD };
const CHALLENGED = { number: '2201 0000 0000 0003', ...GOOD };
const { en, ru } = texts;

describe('the checkout page', () => {
  test('names the payee and the amount, in the language of the order', async () => {
    const { newOrder, open } = await serveAcquirer();
    const russian = await open((await newOrder({ language: 'ru', amount: '1250.50' })).checkout_url);
    expect(russian.html).toContain('<html lang="ru">');
    expect(russian.html).toContain('1\u00a0250,50\u00a0₽');
    expect(russian.html).toContain(ru.merchant);
    const english = await open((await newOrder({ amount: '1250.50' })).checkout_url);
    expect(english.html).toContain('<html lang="en">');
    expect(english.html).toContain('₽1,250.50');
  });

  test('speaks the other language when it is asked to, and stays in it', async () => {
    const { newOrder, open, send } = await serveAcquirer();
    const { checkout_url } = await newOrder({ language: 'ru' });
    const english = await open(`${checkout_url}?lang=en`);
    expect(english.html).toContain(en.payTitle);
    const action = /<form class="card"[^>]* action="([^"]+)"/.exec(english.html)?.[1];
    const done = await send(new URL(action ?? '', checkout_url).href, VISA);
    expect(done.url).toMatch(/\/done\?lang=en$/);
    expect(done.html).toContain(en.outcomes.success[0]);
  });

  test('says that it is a sandbox, and lists the test cards', async () => {
    const { newOrder, open } = await serveAcquirer();
    const { html } = await open((await newOrder()).checkout_url);
    expect(html).toContain(en.sandbox);
    for (const { number, behaviour } of TEST_CARDS) {
      expect(html).toContain(number);
      expect(html).toContain(en.behaviours[behaviour]);
    }
  });

  test.each([
    ['nothing at all', {}, ['number_missing', 'expiry_missing', 'cvc_missing']],
    ['a mistyped digit', { ...VISA, number: '4111111111111112' }, ['number_invalid']],
    ['too few digits', { ...VISA, number: '411111111111' }, ['number_invalid']],
    ['a card of the real world', { ...VISA, number: '4242 4242 4242 4242' }, ['number_not_test']],
    ['a thirteenth month', { ...VISA, expiry: '13/30' }, ['expiry_invalid']],
    ['a month that is over', { ...VISA, expiry: '02/26' }, ['expiry_past']],
    ['a CVC of two digits', { ...VISA, cvc: '12' }, ['cvc_invalid']],
    ['a CVC of letters, and no date', { ...VISA, expiry: '', cvc: 'abc' }, ['expiry_missing', 'cvc_invalid']],
  ] as const)('comes back with what is wrong beside the fields: %s', async (_, form, problems) => {
    const { newOrder, send, find } = await serveAcquirer();
    const { order, checkout_url } = await newOrder();
    const page = await send(checkout_url, form);
    expect(page.status).toBe(422);
    expect(page.html).toContain(`<title>${en.errorTitle(en.payTitle)}`);
    for (const problem of problems) {
      const field = problem.split('_')[0];
      expect(page.html).toMatch(new RegExp(`id="${field}-error" >${en.problems[problem]}<`));
      expect(page.html).toMatch(
        new RegExp(`id="${field}"[^>]*aria-invalid="true"[^>]*aria-describedby="${field}-error`),
      );
    }
    expect(page.html.match(/aria-invalid/g)).toHaveLength(problems.length);
    expect(await find(order)).toMatchObject({ state: 'created', brand: null, last4: null });
  });

  test.each([
    ['American Express', '3782 822463 10005'],
    ['UnionPay', '6200 0000 0000 0005'],
    ['Maestro', '6759 6498 2643 8453'],
    ['JCB', '3530 1113 3330 0000'],
  ])('refuses %s by name (R14)', async (system, number) => {
    const { newOrder, send } = await serveAcquirer();
    const page = await send((await newOrder()).checkout_url, { ...VISA, number });
    expect(page.status).toBe(422);
    expect(page.html).toContain(en.refused(system));
  });

  test('takes a card until the end of the month on it', async () => {
    const { newOrder, send } = await serveAcquirer();
    const page = await send((await newOrder()).checkout_url, { ...VISA, expiry: '03/26' });
    expect(page.html).toContain(en.outcomes.success[0]);
  });
});

describe('the way of a payment', () => {
  test.each(TEST_CARDS.filter(({ behaviour }) => behaviour !== 'challenge'))(
    'by the test card $number ends as documented: $behaviour',
    async ({ number, brand, behaviour }) => {
      const { newOrder, send, find } = await serveAcquirer();
      const { order, checkout_url } = await newOrder();
      const page = await send(checkout_url, { number, ...GOOD });
      const paid = behaviour === 'success' || behaviour === 'lost_answer';
      const reason = behaviour === 'expired_card' ? 'expired' : behaviour;
      expect(await find(order)).toMatchObject({
        state: paid ? 'authorized' : 'declined',
        decline_reason: paid ? null : reason,
        brand,
        last4: number.slice(-4),
      });
      const [title, text] = en.outcomes[paid ? 'success' : (reason as 'declined')];
      expect(page.html).toContain(title);
      expect(page.html).toContain(text);
    },
  );

  test('with 3-D Secure asks for the code, and forgives two mistakes', async () => {
    const { newOrder, send, find } = await serveAcquirer();
    const { order, checkout_url } = await newOrder();
    const asked = await send(checkout_url, CHALLENGED);
    expect(asked.url).toBe(`${checkout_url}/confirm`);
    expect((await send(asked.url, { code: '' })).html).toContain(en.codeMissing);
    expect((await send(asked.url, { code: '111111' })).html).toContain(en.codeWrong(2));
    expect((await send(asked.url, { code: '222222' })).html).toContain(en.codeWrong(1));
    expect((await find(order)).state).toBe('created');
    expect((await send(asked.url, { code: '123456' })).html).toContain(en.outcomes.success[0]);
    expect((await find(order)).state).toBe('authorized');
  });

  test('with 3-D Secure ends at the third wrong code', async () => {
    const { newOrder, send, find } = await serveAcquirer();
    const { order, checkout_url } = await newOrder();
    await send(checkout_url, CHALLENGED);
    for (const code of ['1', '2', '3']) await send(`${checkout_url}/confirm`, { code });
    expect(await find(order)).toMatchObject({ state: 'declined', decline_reason: 'authentication_failed' });
    const late = await send(`${checkout_url}/confirm`, { code: '123456' });
    expect(late.html).toContain(en.outcomes.authentication_failed[1]);
    expect((await find(order)).state).toBe('declined');
  });

  test('with 3-D Secure takes no other card meanwhile, and waits over a restart', async () => {
    const before = await serveAcquirer();
    const { order, checkout_url, reference } = await before.newOrder();
    await before.send(checkout_url, CHALLENGED);
    expect((await before.send(checkout_url, VISA)).url).toBe(`${checkout_url}/confirm`);
    await before.close();
    const after = await serveAcquirer({ file: before.file });
    await after.send(`${after.url}/pay/${reference}/confirm`, { code: '123456' });
    expect(await after.find(order)).toMatchObject({ state: 'authorized', last4: '0003' });
  });

  test('ends where the customer cancels it, but not after it was made', async () => {
    const { newOrder, send, find } = await serveAcquirer();
    const [left, paid] = [await newOrder(), await newOrder()];
    const page = await send(`${left.checkout_url}/cancel`, {});
    expect(page.html).toContain(en.outcomes.cancelled[0]);
    expect((await send(left.checkout_url, VISA)).html).toContain(en.outcomes.cancelled[0]);
    expect((await find(left.order)).state).toBe('cancelled');
    await send(paid.checkout_url, VISA);
    expect((await send(`${paid.checkout_url}/cancel`, {})).html).toContain(en.outcomes.success[0]);
    expect((await find(paid.order)).state).toBe('authorized');
  });

  test('that was made is not made again', async () => {
    const { newOrder, send, open, find } = await serveAcquirer();
    const { order, checkout_url } = await newOrder();
    await send(checkout_url, VISA);
    const again = await send(checkout_url, { ...GOOD, number: '5555 5555 5555 4444' });
    expect(again.html).toContain(en.outcomes.already_paid[0]);
    expect((await open(checkout_url)).html).toContain(en.outcomes.already_paid[0]);
    expect((await find(order)).brand).toBe('visa');
  });

  test('that came too late is not made', async () => {
    const { newOrder, send, find, clock } = await serveAcquirer();
    const { order, checkout_url } = await newOrder();
    clock.advance(30 * MINUTE_MS);
    expect((await send(checkout_url, VISA)).html).toContain(en.outcomes.timed_out[0]);
    expect((await find(order)).state).toBe('cancelled');
  });
});

describe('the protection of the pages', () => {
  test('no page, address, log or file holds what was typed', async () => {
    const { newOrder, send, log, file } = await serveAcquirer();
    const canaries = { number: '4000123412341230', expiry: '11/39', cvc: '973' };
    const seen: string[] = [];
    for (const form of [
      canaries,
      { ...VISA, ...canaries },
      { ...canaries, cvc: '' },
      { ...canaries, number: '4' },
    ]) {
      const page = await send((await newOrder()).checkout_url, form);
      seen.push(page.html, page.url);
    }
    const paid = { number: '4111111111111111', expiry: '11/39', cvc: '973' };
    const done = await send((await newOrder()).checkout_url, paid);
    seen.push(done.html, done.url, log(), readFileSync(file, 'utf8'));
    const all = seen.join('\n');
    for (const secret of [canaries.number, '4000 1234', paid.number, canaries.expiry])
      expect(all).not.toContain(secret);
    expect(all).not.toMatch(/(?<![\w-])973(?![\w-])/);
  });

  test('a page that has to be filled in again says which card was meant, by its last digits', async () => {
    const { newOrder, send } = await serveAcquirer();
    const page = await send((await newOrder()).checkout_url, { ...VISA, cvc: '' });
    expect(page.html).toContain(en.retypeCard('1111'));
    expect(page.html).not.toMatch(/<input[^>]* value=/);
  });

  test('the log names routes, never the reference of an order', async () => {
    const { newOrder, open, log } = await serveAcquirer();
    const { checkout_url, reference } = await newOrder();
    await open(checkout_url);
    expect(log()).toContain('"/pay/:reference"');
    expect(log()).not.toContain(reference);
  });

  test('browsers are told to load, frame, keep and tell nothing', async () => {
    const { newOrder, open, url } = await serveAcquirer();
    const { checkout_url } = await newOrder();
    for (const address of [
      checkout_url,
      `${checkout_url}/done`,
      `${url}/pay/unknown`,
      `${url}/assets/checkout.js`,
    ]) {
      const { headers } = await open(address);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    const { html } = await open(checkout_url);
    expect(html).not.toMatch(/<style|style=|<script>|\son\w+=|https?:\/\//);
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring port', { 'sec-fetch-site': 'same-site' }],
    ['an old browser on another site', { origin: 'http://evil.example' }],
    ['an old browser in a sandboxed frame', { origin: 'null' }],
    ['no browser at all', {}],
  ])('a form from %s is refused', async (_, headers: Record<string, string>) => {
    const { newOrder, send, find } = await serveAcquirer();
    const { order, checkout_url } = await newOrder();
    const page = await send(checkout_url, VISA, headers);
    expect(page.status).toBe(403);
    expect(page.html).toContain(en.outcomes.forbidden[0]);
    expect((await find(order)).state).toBe('created');
  });

  test('an old browser on the page itself is let in', async () => {
    const { newOrder, send, url } = await serveAcquirer();
    const page = await send((await newOrder()).checkout_url, VISA, { origin: url });
    expect(page.html).toContain(en.outcomes.success[0]);
  });

  test('a foreign name for this machine is not answered', async () => {
    const { newOrder } = await serveAcquirer();
    const { checkout_url } = await newOrder();
    const status = await new Promise((resolve, reject) => {
      request(checkout_url, { headers: { host: 'evil.example' } }, (reply) =>
        resolve(reply.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  test('a body that is no form of ours is not read', async () => {
    const { newOrder, send } = await serveAcquirer();
    const { checkout_url } = await newOrder();
    expect((await send(checkout_url, { number: '4'.repeat(8_000) })).status).toBe(413);
    const twice = await fetch(checkout_url, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'number=4111111111111111&number=4111111111111111&expiry=12/30&cvc=123',
    });
    expect(twice.status).toBe(422);
  });

  test('an unknown order is told nothing of', async () => {
    const { open, send, url } = await serveAcquirer();
    for (const page of [
      await open(`${url}/pay/${'A'.repeat(32)}`),
      await send(`${url}/pay/x/cancel`, {}),
      await open(url),
    ])
      expect(page).toMatchObject({ status: 404 });
  });
});
