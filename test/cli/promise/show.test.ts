import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readRows, readShown } from '../../support/shown.ts';

const people = usePeople();

test('a person reads what can be had and what it costs (R12)', async () => {
  const { run } = await people().join();
  const { stdout, stderr } = await run(['promise', 'show', '--lang', 'ru'], { tty: true });
  expect(readShown(stdout)).toMatchObject({ 'Обещанный платёж': 'не взят', 'Срок, дней': '3' });
  expect(readRows(stdout).slice(-3)).toEqual([
    '50,00 ₽|7,00 ₽|57,00 ₽',
    '100,00 ₽|12,00 ₽|112,00 ₽',
    '300,00 ₽|30,00 ₽|330,00 ₽',
  ]);
  expect(stderr).toContain('lisa promise take');
});

test('an open one tells what goes back and when', async () => {
  const { run, json } = await people().join();
  await json('promise', 'take', '100', '--yes');
  const { stdout, stderr } = await run(['promise', 'show', '--lang', 'ru'], { tty: true });
  expect(readShown(stdout)).toEqual({
    'Обещанный платёж': '100,00 ₽',
    Плата: '12,00 ₽',
    'К возврату': '112,00 ₽',
    Спишется: '08.03.2026 14:00',
    Взят: '05.03.2026 14:00',
  });
  expect(stderr).toContain('112,00 ₽ спишется 08.03.2026 14:00 или при ближайшем пополнении.');
});

test('a line that is too young is told from when, and not to try', async () => {
  const { run } = await people().join({ contractDate: '2026-01-01' });
  const { stdout, stderr } = await run(['promise', 'show'], { tty: true });
  expect(readShown(stdout)).toMatchObject({ 'Available from': '1 Apr 2026, 00:00' });
  expect(stderr).toBe('');
});

test('a pipe and a program get the same in every language', async () => {
  const { run, json } = await people().join();
  const none = await expectSameBytes(run, ['promise', 'show']);
  expect(none.plain).toBe(
    'promise\t\ndays\t3\n50.00\t7.00\t57.00\n100.00\t12.00\t112.00\n300.00\t30.00\t330.00\n',
  );
  expect(JSON.parse(none.json)).toMatchObject({ schema: 'promise-show/1', open: null });
  await json('promise', 'take', '50', '--yes');
  const open = await expectSameBytes(run, ['promise', 'show']);
  expect(open.plain).toContain('promise_total\t57.00\npromise_due_at\t2026-03-08T14:00:00+05:00\n');
  expectGoldenKeys(open.json);
});
