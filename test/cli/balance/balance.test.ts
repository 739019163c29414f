import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readRows, readShown } from '../../support/shown.ts';

const people = usePeople();

/** What is left of the packages after a switch: all of it. */
async function withPackages() {
  const person = await people().join({ wallet: 1_000_00n });
  await person.json('tariff', 'switch', 'mega', '--yes');
  return person;
}

test('a person reads the balance and the remains in their language', async () => {
  const { run } = await withPackages();
  const russian = await run(['balance', '--lang', 'ru'], { tty: true });
  expect(readShown(russian.stdout)).toMatchObject({
    Баланс: '400,00 ₽',
    Удержано: '0,00 ₽',
    Состояние: 'активен',
    Тариф: 'Мега',
  });
  expect(readRows(russian.stdout)).toContain('звонки|300:00|300:00|04.04.2026 14:00');
  const english = await run(['balance'], { tty: true });
  expect(readRows(english.stdout)).toContain('data|10 GB|10 GB|4 Apr 2026, 14:00');
});

test('without packages a person is told so on stderr', async () => {
  const { run } = await people().join({ wallet: -5n });
  const { code, stdout, stderr } = await run(['balance', '--lang', 'ru'], { tty: true });
  expect(code).toBe(0);
  expect(readShown(stdout)).toMatchObject({ Баланс: '−0,05 ₽' });
  expect(stderr).toBe('Пакетов нет.\n');
});

test('a pipe and a program get the same in every language', async () => {
  const { run } = await withPackages();
  const { plain, json } = await expectSameBytes(run, ['balance']);
  expect(readPiped(plain)).toMatchObject({ balance: '400.00', state: 'active', tariff: 'mega' });
  expect(plain).toContain('voice\t18000\t18000\t2026-04-04T14:00:00+05:00\n');
  expectGoldenKeys(json);
});

test.each([
  ['400.00', 0],
  ['400,01', 8],
  ['-1', 0],
])('--fail-below %s exits with %i, and the data is there all the same', async (threshold, exit) => {
  const { run } = await withPackages();
  const { code, stdout } = await run(['balance', `--fail-below=${threshold}`, '--json']);
  expect(code).toBe(exit);
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'balance/1', balance: { amount: '400.00' } });
});

test('a threshold that is no amount is a usage error', async () => {
  const { run } = await people().join();
  expect(await run(['balance', '--fail-below', 'much'])).toMatchObject({ code: 2, stdout: '' });
});
