import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { digitsOf, TEST_CARDS, type TestCard } from '../../../src/acquirer/cards/test-cards.ts';
import { texts } from '../../../src/acquirer/texts/texts.ts';
import { exitCodes } from '../../../src/cli/exit-codes.ts';
import { fromWire } from '../../../src/shared/money.ts';
import { haveChromium, useBrowser } from '../../support/browser.ts';
import { type InstalledCli, installedCli } from '../../support/installed-cli.ts';
import { copySandbox } from '../../support/sandbox-cli.ts';

/** A made-up sandbox, the built programs, and a real browser: nothing stands in for anything. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
const openBrowser = useBrowser();

const OUTCOMES = {
  success: 'success',
  challenge: 'success',
  lost_answer: 'success',
  declined: 'declined',
  insufficient_funds: 'insufficient_funds',
  expired_card: 'expired',
} as const;

/** Each card once, in turns of the languages: the page itself is tried by each card in both where the acquirer is. */
const LANGUAGES = ['ru', 'en'] as const;
const PAYMENTS = TEST_CARDS.map((card, index) => ({ ...card, language: LANGUAGES[index % 2] ?? 'ru' }));

describe.skipIf(!haveChromium)('lisa pay in a sandbox, with a browser', () => {
  let cli: InstalledCli;
  let rubles = 100;

  beforeAll(async () => {
    cli = installedCli();
    await copySandbox(join(cli.dataDir, 'sandbox'));
    const started = await cli.run(['sandbox', 'start']);
    if (started.code !== 0) throw new Error(started.stderr);
    const loggedIn = await cli.run(['login', '9001234567', '--password-stdin'], { stdin: 'Demo-2026\n' });
    if (loggedIn.code !== 0) throw new Error(loggedIn.stderr);
  });

  afterAll(async () => {
    await cli.run(['sandbox', 'stop']);
    cli.remove();
  });

  const json = async (...args: string[]) => JSON.parse((await cli.run([...args, '--json'])).stdout);

  /** How often an amount came in, by the call detail. */
  const credits = async (amount: string): Promise<number> => {
    const { items } = await json('detail', 'list', '--type', 'payment');
    return items.filter(({ cost }: { cost: { amount: string } }) => cost.amount === `-${amount}`).length;
  };

  async function payInBrowser(page: string, { number, behaviour }: TestCard, language: 'ru' | 'en') {
    const told = texts[language];
    const browser = await openBrowser();
    await browser.goto(page);
    await browser.getByLabel(told.number).fill(number);
    await browser.getByLabel(told.expiry).fill('12/30');
    await browser.getByLabel(told.cvc).fill('123');
    await browser.locator('#card button').click();
    if (behaviour === 'challenge') {
      await browser.getByLabel(told.code).fill('123456');
      await browser.getByRole('button', { name: told.confirm }).click();
    }
    const [title, text] = told.outcomes[OUTCOMES[behaviour]];
    await browser.getByRole('heading', { level: 1, name: title }).waitFor();
    await browser.getByText(text).waitFor();
  }

  test.each(PAYMENTS)(
    'R14: $number, in $language, ends as documented ($behaviour), and pays once or not at all',
    async ({ language, ...card }) => {
      rubles += 1;
      const amount = `${rubles}.00`;
      let paid: Promise<void> | undefined;
      const args = ['pay', String(rubles), '--yes', '--no-open', '--json', '--lang', language];
      const ended = await cli.run(args, {
        onError: (line) => {
          const page = /http:\/\/\S+\/pay\/\S+/.exec(line)?.[0];
          if (page !== undefined) paid ??= payInBrowser(page, card, language);
        },
      });
      await paid;
      const [payment] = (await json('payment', 'list')).items;
      expect(payment).toMatchObject({
        amount: { amount },
        brand: card.brand,
        last4: digitsOf(card.number).slice(-4),
      });
      const outcome = OUTCOMES[card.behaviour];
      if (outcome === 'success') {
        expect(ended.code).toBe(exitCodes.done);
        expect(payment.state).toBe('captured');
        const { balance } = JSON.parse(ended.stdout);
        expect(fromWire(balance)).toBe(fromWire((await json('balance')).balance));
        expect(await credits(amount)).toBe(1);
      } else {
        expect(ended.code).toBe(exitCodes.refused);
        expect(payment).toMatchObject({ state: 'declined', decline_reason: outcome });
        expect(await credits(amount)).toBe(0);
      }
    },
  );

  test('no file of the sandbox holds the number of a card', () => {
    const files = readdirSync(cli.dataDir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(cli.dataDir, name))
      .filter((path) => statSync(path).isFile());
    expect(files.some((path) => path.endsWith('orders.jsonl'))).toBe(true);
    const numbers = TEST_CARDS.flatMap(({ number }) => [number, digitsOf(number)]);
    const found = files.filter((path) => {
      const content = readFileSync(path, 'latin1');
      return numbers.some((number) => content.includes(number));
    });
    expect(found).toEqual([]);
  });
});
