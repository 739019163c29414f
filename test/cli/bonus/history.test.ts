import { expect, test } from 'vitest';
import { addLot } from '../../support/bonus.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readRows } from '../../support/shown.ts';

const people = usePeople();

async function spender() {
  const person = await people().join();
  await addLot(people().store, person.accountId, { amount: 50_00n, daysAgo: 100 });
  await person.json('bonus', 'spend', '20', '--yes');
  return person;
}

test('a person reads what was earned and spent, newest first (R13)', async () => {
  const { run } = await spender();
  const russian = await run(['bonus', 'history', '--lang', 'ru'], { tty: true });
  expect(readRows(russian.stdout)).toEqual([
    'Когда|Что|Сумма',
    '05.03.2026 14:00|потрачено|−20,00 ₽',
    '25.11.2025 14:00|начислено|50,00 ₽',
  ]);
  const english = await run(['bonus', 'history'], { tty: true });
  expect(readRows(english.stdout)[1]).toBe('5 Mar 2026, 14:00|spent|−₽20.00');
});

test('a history of nothing is empty, and says so to people only', async () => {
  const { run } = await people().join();
  const shown = await run(['bonus', 'history'], { tty: true });
  expect([shown.code, shown.stdout, shown.stderr]).toEqual([0, '', 'Nothing was earned or spent yet.\n']);
  expect(await run(['bonus', 'history'])).toMatchObject({ code: 0, stdout: '', stderr: '' });
});

test('a pipe and a program get the same in every language', async () => {
  const { run } = await spender();
  const { plain, json } = await expectSameBytes(run, ['bonus', 'history']);
  expect(plain).toBe('2026-03-05T14:00:00+05:00\tspent\t-20.00\n2025-11-25T14:00:00+05:00\tposted\t50.00\n');
  expectGoldenKeys(json);
});
