import { expect, test } from 'vitest';
import { addLot } from '../../support/bonus.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readRows, readShown } from '../../support/shown.ts';

const people = usePeople();

async function rich() {
  const person = await people().join();
  await addLot(people().store, person.accountId, { amount: 50_00n, daysAgo: 100 });
  await addLot(people().store, person.accountId, { amount: 1_030_00n, daysAgo: 200 });
  return person;
}

test('a person reads balance, rate and lots, the oldest first, in their language (R13)', async () => {
  const { run } = await rich();
  const russian = await run(['bonus', 'show', '--lang', 'ru'], { tty: true });
  expect(readShown(russian.stdout)).toMatchObject({
    Бонусы: '1\u00a0080,00 ₽',
    'Начисляется, % расходов': '10',
    'Следующее начисление': '—',
  });
  expect(readRows(russian.stdout).slice(-2)).toEqual([
    '17.08.2025 14:00|17.08.2026 14:00|1\u00a0030,00 ₽|1\u00a0030,00 ₽',
    '25.11.2025 14:00|25.11.2026 14:00|50,00 ₽|50,00 ₽',
  ]);
  expect(russian.stderr).toContain('lisa bonus spend');
  const english = await run(['bonus', 'show'], { tty: true });
  expect(readShown(english.stdout)).toMatchObject({ Bonuses: '₽1,080.00', 'Earned, % of spending': '10' });
});

test('without bonuses it is calm about it', async () => {
  const { run } = await people().join();
  const { code, stdout, stderr } = await run(['bonus', 'show', '--lang', 'ru'], { tty: true });
  expect(code).toBe(0);
  expect(readShown(stdout)).toMatchObject({ Бонусы: '0,00 ₽' });
  expect(stderr).toBe('Бонусов пока нет.\n');
});

test('a pipe and a program get the same in every language', async () => {
  const { run } = await rich();
  const { plain, json } = await expectSameBytes(run, ['bonus', 'show']);
  expect(plain).toBe(
    [
      'balance\t1080.00',
      'rate_percent\t10',
      'next_posting_at\t',
      '2025-08-17T14:00:00+05:00\t2026-08-17T14:00:00+05:00\t1030.00\t1030.00',
      '2025-11-25T14:00:00+05:00\t2026-11-25T14:00:00+05:00\t50.00\t50.00\n',
    ].join('\n'),
  );
  expectGoldenKeys(json);
});
