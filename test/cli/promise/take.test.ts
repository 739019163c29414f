import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readShown, stripColor } from '../../support/shown.ts';

const people = usePeople();

test('a debtor sees the price and the term, agrees, and has the money (R12)', async () => {
  const { run, json } = await people().join({ wallet: -20_00n });
  const { code, stdout, stderr } = await run(['promise', 'take', '300', '--lang', 'ru'], {
    tty: true,
    answers: ['да'],
  });
  expect(code).toBe(0);
  expect(readShown(stderr)).toMatchObject({ Плата: '30,00 ₽', 'К возврату': '330,00 ₽' });
  expect(stripColor(stderr)).toContain('Взять обещанный платёж?');
  expect(readShown(stdout)).toEqual({
    'Обещанный платёж': '300,00 ₽',
    Плата: '30,00 ₽',
    'К возврату': '330,00 ₽',
    Спишется: '08.03.2026 14:00',
    'Баланс до': '−20,00 ₽',
    'Баланс после': '280,00 ₽',
  });
  expect(stderr).toContain('или при ближайшем пополнении');
  expect(await json('balance')).toMatchObject({
    balance: { amount: '280.00' },
    promise: { amount: { amount: '300.00' } },
  });
});

test('without an amount a terminal is offered what can be had, a pipe exits with 5', async () => {
  const { run, json } = await people().join();
  const chosen = await run(['promise', 'take'], { tty: true, answers: ['', 'y'] });
  expect(chosen.code).toBe(0);
  expect(chosen.stderr).toContain('₽50.00 for ₽7.00');
  expect(await json('promise', 'show')).toMatchObject({ open: { amount: { amount: '50.00' } } });
  const piped = await run(['promise', 'take', '--yes']);
  expect([piped.code, piped.stdout]).toEqual([5, '']);
  expect(piped.stderr).toContain('AMOUNT');
});

test('--dry-run shows the same keys and lends nothing, in every language', async () => {
  const { run, json } = await people().join();
  const { plain, json: preview } = await expectSameBytes(run, ['promise', 'take', '50', '--dry-run']);
  expect(readPiped(plain)).toMatchObject({
    promise: '50.00',
    promise_total: '57.00',
    balance_after: '50.00',
  });
  expectGoldenKeys(preview);
  expect(await json('promise', 'show')).toMatchObject({ open: null });
  const done = await run(['promise', 'take', '50', '--yes', '--json']);
  expectGoldenKeys(done.stdout);
  expect(JSON.parse(done.stdout)).toMatchObject({ dry_run: false, balance_after: { amount: '50.00' } });
});

test.each([
  ['another amount', {}, '70', 'promise_amount_unknown', 'lisa promise show'],
  ['a new line', { contractDate: '2026-01-01' }, '50', 'promise_tenure_too_short', '1 Apr 2026, 00:00'],
  ['a blocked SIM', { state: 'blocked' }, '50', 'line_blocked', 'lisa sim unblock'],
  ['a disconnected line', { state: 'disconnected' }, '50', 'line_disconnected', 'office'],
] as const)('%s is refused with 3', async (_, wanted, amount, refusal, text) => {
  const { run } = await people().join(wanted);
  const told = await run(['promise', 'take', amount, '--yes']);
  expect([told.code, told.stdout]).toEqual([3, '']);
  expect(told.stderr).toContain(text);
  const json = await run(['promise', 'take', amount, '--yes', '--json']);
  expect(JSON.parse(json.stderr)).toMatchObject({ code: refusal });
});

test('a second one is refused with the term of the first', async () => {
  const { run, json } = await people().join();
  await json('promise', 'take', '50', '--yes');
  const again = await run(['promise', 'take', '100', '--yes', '--lang', 'ru']);
  expect(again.code).toBe(3);
  expect(again.stderr).toContain('Обещанный платёж уже взят, до 08.03.2026 14:00');
});

test('what is no amount is a usage error', async () => {
  const { run } = await people().join();
  expect(await run(['promise', 'take', 'much', '--yes'])).toMatchObject({ code: 2, stdout: '' });
});
