import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readRows } from '../../support/shown.ts';

const people = usePeople();

test('a person sees the tariffs to switch to, and how', async () => {
  const { run } = await people().join();
  const russian = await run(['tariff', 'list', '--lang', 'ru'], { tty: true });
  expect(readRows(russian.stdout)).toEqual([
    'Код|Название|Плата за 30 дней|Переход|Минуты|SMS|Интернет',
    'mega|Мега|500,00 ₽|100,00 ₽|300|100|10 ГБ',
  ]);
  expect(russian.stderr).toContain('lisa tariff switch ТАРИФ');
  expect(readRows((await run(['tariff', 'list'], { tty: true })).stdout)[1]).toBe(
    'mega|Mega|₽500.00|₽100.00|300|100|10 GB',
  );
});

test('a terminal of 30 columns still shows every value', async () => {
  const { run } = await people().join();
  const { stdout } = await run(['tariff', 'list'], { tty: true, columns: 30 });
  for (const value of ['mega', 'Mega', '₽500.00', '₽100.00', '300', '10 GB']) expect(stdout).toContain(value);
});

test('a pipe gets one line for every tariff, a program one object, the same in every language', async () => {
  const { run } = await people().join();
  const { plain, json } = await expectSameBytes(run, ['tariff', 'list']);
  expect(plain).toBe('mega\tМега\t500.00\t100.00\t300\t100\t10737418240\n');
  expectGoldenKeys(json);
});
