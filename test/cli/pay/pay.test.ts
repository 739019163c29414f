import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { CARDS, cancelPayment, payByCard } from '../../support/acquirer.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { pageIn, usePayers } from '../../support/payers.ts';
import { eventually } from '../../support/payments.ts';
import { readPiped, readShown, stripColor } from '../../support/shown.ts';

const payers = usePayers();
const paying = (card: string) => (url: string) => payByCard(url, card);

test('R14: a person agrees, pays on the page that opens, and sees the new balance', async () => {
  const { run } = await payers().browse(paying(CARDS.mir), { wallet: 50_00n });
  const { code, stdout, stderr } = await run(['pay', '300', '--lang', 'ru'], { tty: true, answers: ['да'] });
  expect(code).toBe(0);
  const told = stripColor(stderr);
  expect(told).toContain('Перейти к оплате?');
  expect(told).toContain('Деньги спишутся только после оплаты на странице банка.');
  expect(pageIn(told)).toContain(payers().acquirer.url);
  expect(told).toContain('Страница открыта в браузере.');
  expect(readShown(stdout)).toMatchObject({
    Сумма: '300,00 ₽',
    Состояние: 'оплачен',
    Карта: 'МИР •0004',
    Баланс: '350,00 ₽',
  });
});

test('whoever says no pays nothing and makes no payment', async () => {
  const { run } = await payers().browse(paying(CARDS.mir));
  const { code, stderr } = await run(['pay', '300'], { tty: true, answers: ['n'] });
  expect(code).toBe(1);
  expect(stderr).not.toContain('/pay/');
  expect(JSON.parse((await run(['payment', 'list', '--json'])).stdout).items).toEqual([]);
});

test('--no-open opens nothing, and the address is told', async () => {
  const opened: string[] = [];
  const { run } = await payers().browse(async (url) => opened.push(url));
  const args = ['pay', '300', '--no-open', '--no-wait', '--yes'];
  const { code, stderr } = await run(args, { tty: true });
  expect([code, opened]).toEqual([0, []]);
  expect(pageIn(stderr)).toContain('/pay/');
});

test('in a pipe no browser is opened, and the result comes when the payment is made', async () => {
  const opened: string[] = [];
  const { run, accountId } = await payers().browse(async (url) => opened.push(url));
  const stdout = new PassThrough();
  const ended = run(['pay', '300', '--yes', '--json'], { stdout: Object.assign(stdout, { isTTY: false }) });
  const page = await eventually(async () => (await pageOf(accountId)) ?? undefined);
  await payByCard(page, CARDS.visa);
  expect((await ended).code).toBe(0);
  expect(opened).toEqual([]);
  const text = String(stdout.read());
  expectGoldenKeys(text);
  expect(JSON.parse(text)).toMatchObject({
    schema: 'pay/1',
    dry_run: false,
    payment: { state: 'captured', brand: 'visa', last4: '1111' },
    balance: { amount: '300.00' },
  });
});

/** The page of the only payment of an account. */
async function pageOf(accountId: bigint): Promise<string | null | undefined> {
  const row = await payers().store.read((db) =>
    db
      .selectFrom('card_payments')
      .select('checkout_url')
      .where('account_id', '=', accountId)
      .executeTakeFirst(),
  );
  return row?.checkout_url;
}

test('--no-wait ends at once with the address of the page', async () => {
  const { run } = await payers().join();
  const { code, stdout, stderr } = await run(['pay', '10', '--yes', '--no-wait']);
  expect(code).toBe(0);
  const fields = readPiped(stdout);
  expect(fields).toMatchObject({ amount: '10.00', state: 'pending', card: '', balance: '0.00' });
  expect(fields['checkout_url']).toBe(pageIn(stderr));
  const json = await run(['pay', '10', '--yes', '--no-wait', '--json', '--quiet']);
  expectGoldenKeys(json.stdout);
  expect(JSON.parse(json.stdout).checkout_url).toBe(pageIn(json.stderr));
});

test('--dry-run shows what would be paid and makes no payment', async () => {
  const { run, json } = await payers().join();
  const { code, stdout } = await run(['pay', '300', '--dry-run', '--json']);
  expect(code).toBe(0);
  expectGoldenKeys(stdout);
  expect(JSON.parse(stdout)).toMatchObject({ dry_run: true, checkout_url: null });
  expect(await json('payment', 'list')).toMatchObject({ items: [] });
});

test.each([
  ['declined', CARDS.declined, 'the bank refused'],
  ['without money', CARDS.insufficientFunds, 'not enough money on the card'],
])('a card that is %s ends with 3, the reason, and what to do', async (_what, card, reason) => {
  const { run } = await payers().browse(paying(card));
  const { code, stdout, stderr } = await run(['pay', '300'], { tty: true, answers: ['y'] });
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toContain(`The payment was declined: ${reason}. Nothing was charged.`);
  expect(stderr).toContain('lisa pay AMOUNT');
});

test('a payment that is cancelled on the page ends with 3', async () => {
  const { run } = await payers().browse(cancelPayment);
  const { code, stderr } = await run(['pay', '300'], { tty: true, answers: ['y'] });
  expect(code).toBe(3);
  expect(stderr).toContain('The payment was cancelled. Nothing was charged.');
});

test('Ctrl-C ends the waiting and not the payment, and says where to look', async () => {
  const { promise: ctrlC, resolve } = Promise.withResolvers<void>();
  let page = '';
  const browser = async (url: string) => {
    page = url;
    resolve();
  };
  const { run } = await payers().browse(browser);
  const { code, stderr } = await run(['pay', '300'], { tty: true, answers: ['y'], ctrlC });
  expect(code).toBe(130);
  expect(stderr).toContain('Stopped waiting, but the payment is not cancelled.');
  expect(stderr).toContain('lisa payment list');
  await payByCard(page, CARDS.mastercard);
  const balance = async () => JSON.parse((await run(['balance', '--json'])).stdout).balance.amount;
  expect(await eventually(async () => ((await balance()) === '300.00' ? 'paid' : undefined))).toBe('paid');
});

test.each([
  ['9.99', 'A card payment is from ₽10.00 to ₽15,000.00.'],
  ['15000.01', 'A card payment is from ₽10.00 to ₽15,000.00.'],
])('R14: %s is refused with 3 before anything is asked', async (amount, text) => {
  const { run } = await payers().browse(paying(CARDS.mir));
  const { code, stderr } = await run(['pay', amount], { tty: true, answers: ['y'] });
  expect(code).toBe(3);
  expect(stderr).toContain(text);
  expect(stderr).not.toContain('?');
});

test.each([['ten'], ['0'], ['-5'], ['1.234']])('%s is no amount: 2', async (amount) => {
  const { run } = await payers().join();
  expect((await run(['pay', '--yes', '--', amount])).code).toBe(2);
});

test('without an acquirer card payments are not available: 7, and nothing was done', async () => {
  const { acquirer } = payers();
  const { run } = await payers().join();
  await acquirer.stop();
  const { code, stderr } = await run(['pay', '300', '--yes', '--json']);
  await acquirer.start();
  expect(code).toBe(7);
  expect(JSON.parse(stderr)).toMatchObject({ code: 'acquirer_unavailable' });
});

test('without consent and without a terminal it is 5', async () => {
  const { run } = await payers().join();
  const { code, stderr } = await run(['pay', '300']);
  expect(code).toBe(5);
  expect(stderr).toContain('--yes');
});
