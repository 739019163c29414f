import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readShown, stripColor } from '../../support/shown.ts';

const people = usePeople();
const MONEY = { wallet: 1_000_00n } as const;

test('a person sees the price and the new balance, agrees, and gets the new state', async () => {
  const { run, json } = await people().join(MONEY);
  const { code, stdout, stderr } = await run(['tariff', 'switch', 'mega', '--lang', 'ru'], {
    tty: true,
    answers: ['да'],
  });
  expect(code).toBe(0);
  expect(readShown(stderr)).toMatchObject({
    'Вместо тарифа': 'Старт',
    Тариф: 'Мега',
    Переход: '100,00 ₽',
    'Спишется сразу': '600,00 ₽',
    'Баланс до': '1\u00a0000,00 ₽',
    'Баланс после': '400,00 ₽',
  });
  expect(stripColor(stderr)).toContain('Сменить тариф?');
  expect(readShown(stdout)).toMatchObject({ Тариф: 'Мега', 'Баланс после': '400,00 ₽' });
  expect(stderr).toContain('lisa tariff show');
  expect(await json('balance')).toMatchObject({ balance: { amount: '400.00' }, tariff: { id: 'mega' } });
});

test('--yes switches without a word, in a pipe', async () => {
  const { run } = await people().join(MONEY);
  const { code, stdout } = await run(['tariff', 'switch', 'mega', '--yes']);
  expect(code).toBe(0);
  expect(readPiped(stdout)).toMatchObject({
    from: 'start',
    tariff: 'mega',
    total: '600.00',
    balance_after: '400.00',
  });
});

test('--dry-run shows the same keys and changes nothing, in every language', async () => {
  const { run, json } = await people().join(MONEY);
  const before = await json('account', 'show');
  const { plain, json: preview } = await expectSameBytes(run, ['tariff', 'switch', 'mega', '--dry-run']);
  expect(readPiped(plain.split('\n').slice(0, -1).join('\n'))).toMatchObject({ balance_after: '400.00' });
  expectGoldenKeys(preview);
  expect(JSON.parse(preview)).toMatchObject({ schema: 'tariff-switch/1', dry_run: true });
  expect(await json('account', 'show')).toEqual(before);
  const done = await run(['tariff', 'switch', 'mega', '--yes', '--json']);
  expectGoldenKeys(done.stdout);
  expect(JSON.parse(done.stdout)).toMatchObject({ dry_run: false, balance_after: { amount: '400.00' } });
});

test('a tariff may be named as the list shows it, in either language', async () => {
  for (const name of ['МЕГА', 'Mega', 'mega']) {
    const { json } = await people().join(MONEY);
    expect(await json('tariff', 'switch', name, '--dry-run')).toMatchObject({ to: { id: 'mega' } });
  }
});

test('without a tariff a terminal is offered the list, a pipe exits with 5', async () => {
  const { run, json } = await people().join(MONEY);
  const chosen = await run(['tariff', 'switch'], { tty: true, answers: ['', 'y'] });
  expect(chosen.code).toBe(0);
  expect(chosen.stderr).toContain('Mega · ₽500.00');
  expect(await json('tariff', 'show')).toMatchObject({ tariff: { id: 'mega' } });
  const piped = await run(['tariff', 'switch', '--yes']);
  expect([piped.code, piped.stdout]).toEqual([5, '']);
  expect(piped.stderr).toContain('TARIFF');
});

test.each([
  ['an unknown tariff', { ...MONEY }, 'galaxy', 'tariff_not_available', 'lisa tariff list'],
  ['an archived tariff', { ...MONEY }, 'retro', 'tariff_not_available', 'lisa tariff list'],
  ['the same tariff', { ...MONEY }, 'start', 'tariff_already_active', 'active already'],
  [
    'too little money',
    { wallet: 599_99n },
    'mega',
    'insufficient_funds',
    '₽600.00 is needed, ₽599.99 is available',
  ],
  ['a blocked SIM', { ...MONEY, state: 'blocked' }, 'mega', 'line_blocked', 'lisa sim unblock'],
  ['a disconnected line', { ...MONEY, state: 'disconnected' }, 'mega', 'line_disconnected', 'office'],
] as const)('%s is refused with 3', async (_, wanted, tariff, refusal, text) => {
  const { run } = await people().join(wanted);
  const told = await run(['tariff', 'switch', tariff, '--yes']);
  expect([told.code, told.stdout]).toEqual([3, '']);
  expect(told.stderr).toContain(text);
  const json = await run(['tariff', 'switch', tariff, '--yes', '--json']);
  expect(JSON.parse(json.stderr)).toMatchObject({ schema: 'error/1', code: refusal });
  const asked = await run(['tariff', 'switch', tariff], { tty: true, answers: ['y'] });
  expect(asked.code).toBe(3);
  expect(asked.stderr).not.toContain('?');
});

test('a second switch within 30 days is refused with the day it becomes possible', async () => {
  const { run } = await people().join({ wallet: 2_000_00n });
  expect((await run(['tariff', 'switch', 'mega', '--yes'])).code).toBe(0);
  const again = await run(['tariff', 'switch', 'start', '--yes', '--lang', 'ru']);
  expect(again.code).toBe(3);
  expect(again.stderr).toContain('не раньше 04.04.2026 14:00');
});
