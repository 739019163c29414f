import type { Locator, Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { TEST_CARDS, type TestCard } from '../../src/acquirer/cards/test-cards.ts';
import { type Texts, texts } from '../../src/acquirer/texts/texts.ts';
import { serveAcquirer } from '../support/acquirer-server.ts';
import { accessibilityFaults, haveChromium, hiddenWidth, useBrowser } from '../support/browser.ts';

// Chromium takes its time on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 120_000 });
const openBrowser = useBrowser();

const LANGUAGES = ['ru', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

const card = (behaviour: TestCard['behaviour']) =>
  TEST_CARDS.find((each) => each.behaviour === behaviour)?.number ?? '';
const SUCCESS = card('success');
const CHALLENGE = card('challenge');

const EVERY_PAYMENT = TEST_CARDS.flatMap((each) => LANGUAGES.map((language) => ({ ...each, language })));

async function checkout(language: Language, options: Parameters<typeof openBrowser>[0] = {}) {
  const acquirer = await serveAcquirer({ clock: { now: () => new Date() } });
  const order = await acquirer.newOrder({ language });
  const page = await openBrowser(options);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(acquirer.url)) faults.push(`asked for ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  await page.goto(order.checkout_url);
  const state = async () => (await acquirer.find(order.order)).state;
  return { acquirer, order, page, faults, state, told: texts[language] };
}

async function fill(page: Page, told: Texts, fields: { number: string; expiry: string; cvc: string }) {
  await page.getByLabel(told.number).fill(fields.number);
  await page.getByLabel(told.expiry).fill(fields.expiry);
  await page.getByLabel(told.cvc).fill(fields.cvc);
}

async function isFocused(element: Locator): Promise<boolean> {
  return (await element.and(element.page().locator(':focus')).count()) === 1;
}

function payButton(page: Page) {
  return page.locator('#card button');
}

describe.skipIf(!haveChromium)('the checkout page in Chromium', () => {
  test.each(EVERY_PAYMENT)(
    'pays by $number in $language: $behaviour',
    async ({ number, behaviour, language }) => {
      const { page, told, order, acquirer, faults } = await checkout(language);
      await fill(page, told, { number, expiry: '12/30', cvc: '123' });
      await payButton(page).click();
      if (behaviour === 'challenge') {
        await page.getByLabel(told.code).fill('123456');
        await page.getByRole('button', { name: told.confirm }).click();
      }
      const paid = behaviour === 'success' || behaviour === 'challenge' || behaviour === 'lost_answer';
      const reason = behaviour === 'expired_card' ? 'expired' : behaviour;
      const [title, text] = told.outcomes[paid ? 'success' : (reason as 'declined')];
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await page.getByText(text).isVisible()).toBe(true);
      expect((await acquirer.find(order.order)).state).toBe(paid ? 'authorized' : 'declined');
      expect(faults).toEqual([]);
    },
  );

  test.each(LANGUAGES)('is paid with the keyboard alone (%s)', async (language) => {
    const { page, told, state } = await checkout(language);
    const { keyboard } = page;
    const focused = () =>
      page.evaluate('document.activeElement.id || document.activeElement.textContent.trim()');
    await keyboard.press('Tab');
    expect(await focused()).toBe(language === 'ru' ? 'English' : 'Русский');
    await keyboard.press('Tab');
    expect(await focused()).toBe('number');
    await keyboard.type(CHALLENGE);
    await keyboard.press('Tab');
    await keyboard.type('1230');
    await keyboard.press('Tab');
    await keyboard.type('123');
    await keyboard.press('Enter');
    await page.waitForURL(/\/confirm$/);
    while ((await focused()) !== 'code') await keyboard.press('Tab');
    await keyboard.type('123456');
    await keyboard.press('Tab');
    expect(await focused()).toBe(told.confirm);
    await keyboard.press('Space');
    await page.waitForURL(/\/done$/);
    expect(await state()).toBe('authorized');
  });

  test('is cancelled with the keyboard, without a card', async () => {
    const { page, told, state } = await checkout('en');
    const cancel = page.getByRole('button', { name: told.cancel });
    while (!(await isFocused(cancel))) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: told.outcomes.cancelled[0] }).waitFor();
    expect(await state()).toBe('cancelled');
  });

  test.each(LANGUAGES)('recognises and spaces a number while it is typed (%s)', async (language) => {
    const { page, told } = await checkout(language);
    const number = page.getByLabel(told.number);
    const status = page.getByRole('status');
    await number.pressSequentially('2200000000000004');
    expect(await number.inputValue()).toBe('2200 0000 0000 0004');
    expect(await status.textContent()).toBe(told.recognised(language === 'ru' ? 'МИР' : 'Mir'));
    await number.fill('');
    expect(await status.textContent()).toBe('');
    await number.pressSequentially('37');
    expect(await status.textContent()).toBe(told.refusedShort('American Express'));
    const expiry = page.getByLabel(told.expiry);
    await expiry.pressSequentially('530');
    expect(await expiry.inputValue()).toBe('05/30');
  });

  test.each(LANGUAGES)(
    'says what is wrong, beside the field and to who cannot see it (%s)',
    async (language) => {
      const { page, told, state, acquirer } = await checkout(language);
      await fill(page, told, { number: '4111 1111 1111 1112', expiry: '01/20', cvc: '' });
      await payButton(page).click();
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await isFocused(alert)).toBe(true);
      const problems = [told.problems.number_invalid, told.problems.expiry_past, told.problems.cvc_missing];
      expect(await alert.getByRole('link').allTextContents()).toEqual(problems);
      for (const [index, label] of [told.number, told.expiry, told.cvc].entries()) {
        const field = page.getByLabel(label);
        const ids = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
        const description = await page.locator(ids.map((id) => `#${id}`).join(',')).allTextContents();
        expect(description).toContain(problems[index]);
        expect(await field.getAttribute('aria-invalid')).toBe('true');
      }
      await alert.getByRole('link').nth(2).click();
      expect(await page.evaluate('document.activeElement.id')).toBe('cvc');
      expect(await state()).toBe('created');
      expect(acquirer.log()).not.toContain('POST","route":"/pay');

      await fill(page, told, { number: SUCCESS, expiry: '12/30', cvc: '123' });
      expect(await page.locator('[aria-invalid]').count()).toBe(0);
      await payButton(page).click();
      await page.waitForURL(/\/done$/);
    },
  );

  test('fills in a test card that is chosen from the list', async () => {
    const { page, told, state } = await checkout('ru');
    await page.locator('summary').click();
    await page.getByRole('button', { name: told.useCard(SUCCESS) }).click();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/done$/);
    expect(await state()).toBe('authorized');
  });

  test('changes its language, and keeps it to the end', async () => {
    const { page } = await checkout('ru');
    await page.getByRole('link', { name: 'English' }).click();
    await fill(page, texts.en, { number: SUCCESS, expiry: '12/30', cvc: '123' });
    await payButton(page).click();
    await page.getByRole('heading', { name: texts.en.outcomes.success[0] }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('pays once, however fast the button is pressed again', async () => {
    const { page, told, acquirer } = await checkout('en');
    await fill(page, told, { number: SUCCESS, expiry: '12/30', cvc: '123' });
    await payButton(page).dblclick();
    await page.waitForURL(/\/done$/);
    expect(acquirer.log().match(/"POST","route":"\/pay\/:reference"/g)).toHaveLength(1);
  });

  test('shows after «back» that the payment is made, and no card', async () => {
    const { page, told } = await checkout('en');
    await fill(page, told, { number: SUCCESS, expiry: '12/30', cvc: '123' });
    await payButton(page).click();
    await page.waitForURL(/\/done$/);
    await page.goBack();
    await page.getByRole('heading', { name: told.outcomes.already_paid[0] }).waitFor();
  });
});

describe.skipIf(!haveChromium)('the checkout page without scripts', () => {
  test.each(LANGUAGES)('checks, explains and pays (%s)', async (language) => {
    const { page, told, state } = await checkout(language, { javaScriptEnabled: false });
    await fill(page, told, { number: CHALLENGE, expiry: '01/20', cvc: '12' });
    await payButton(page).click();
    const alert = page.getByRole('alert');
    expect(await alert.getByRole('link').allTextContents()).toEqual([
      told.problems.expiry_past,
      told.problems.cvc_invalid,
    ]);
    expect(await alert.textContent()).toContain(told.retypeCard('0003'));
    for (const label of [told.number, told.expiry, told.cvc])
      expect(await page.getByLabel(label).inputValue()).toBe('');
    await fill(page, told, { number: CHALLENGE, expiry: '12/30', cvc: '123' });
    await payButton(page).click();
    await page.getByLabel(told.code).fill('1');
    await page.getByRole('button', { name: told.confirm }).click();
    expect(await page.getByRole('alert').textContent()).toContain(told.codeWrong(2));
    await page.getByLabel(told.code).fill('123456');
    await page.getByRole('button', { name: told.confirm }).click();
    await page.getByRole('heading', { name: told.outcomes.success[0] }).waitFor();
    expect(await state()).toBe('authorized');
  });
});

/** Each language with each scheme and each width, though not all three at once. */
const LOOKS = [
  { language: 'ru', colorScheme: 'light', width: 1280 },
  { language: 'ru', colorScheme: 'dark', width: 320 },
  { language: 'ru', colorScheme: 'dark', width: 375 },
  { language: 'en', colorScheme: 'dark', width: 1280 },
  { language: 'en', colorScheme: 'light', width: 320 },
  { language: 'en', colorScheme: 'light', width: 375 },
] as const;

describe.skipIf(!haveChromium)('every page', () => {
  test.each(LOOKS)(
    'is accessible and fits: $language, $colorScheme, $width pixels',
    async ({ language, colorScheme, width }) => {
      const viewport = { width, height: 640 };
      const { page, told, acquirer } = await checkout(language, { viewport, colorScheme });
      const look = async (name: string) => {
        expect({ name, faults: await accessibilityFaults(page) }).toEqual({ name, faults: [] });
        expect({ name, hidden: await hiddenWidth(page) }).toEqual({ name, hidden: 0 });
      };
      await page.locator('summary').click();
      await look('the form');
      await fill(page, told, { number: '3782 822463 10005', expiry: '', cvc: '' });
      await payButton(page).click();
      await look('its errors');
      await fill(page, told, { number: CHALLENGE, expiry: '12/30', cvc: '123' });
      await payButton(page).click();
      await page.waitForURL(/\/confirm/);
      await look('the 3-D Secure step');
      await page.getByRole('button', { name: told.confirm }).click();
      await look('its error');
      await page.getByLabel(told.code).fill('123456');
      await page.getByRole('button', { name: told.confirm }).click();
      await page.waitForURL(/\/done/);
      await look('the outcome');
      const declined = await acquirer.newOrder({ language });
      await page.goto(declined.checkout_url);
      await fill(page, told, { number: card('declined'), expiry: '12/30', cvc: '123' });
      await payButton(page).click();
      await page.waitForURL(/\/done/);
      await look('a declined payment');
      await page.goto(`${acquirer.url}/pay/unknown?lang=${language}`);
      await look('an unknown order');
    },
  );
});
