import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readRows } from '../../support/shown.ts';
import { addUsage } from '../../support/usage.ts';

const people = usePeople();

interface Item {
  id: string;
  started_at: string;
  type: string;
}

test('the newest fifty are shown, and the way to the rest', async () => {
  const { accountId, run, json } = await people().join();
  await addUsage(people().store, accountId, 120);
  const first = await json('detail', 'list');
  const items = first['items'] as Item[];
  expect(items).toHaveLength(50);
  const times = items.map(({ started_at }) => Date.parse(started_at));
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  const shown = await run(['detail', 'list'], { tty: true, columns: 80 });
  expect(readRows(shown.stdout)).toHaveLength(51);
  expect(shown.stderr).toContain(`--after ${first['next']}`);
});

test('pages put together are all records, each once', async () => {
  const { accountId, json } = await people().join();
  await addUsage(people().store, accountId, 120);
  const all = await json('detail', 'list', '--all');
  const ids = (all['items'] as Item[]).map(({ id }) => id);
  expect(new Set(ids).size).toBe(120);
  expect(all['next']).toBeNull();
  const paged: string[] = [];
  let after: string[] = [];
  for (let page = 0; page < 4; page += 1) {
    const reply = await json('detail', 'list', '--limit', '40', ...after);
    paged.push(...(reply['items'] as Item[]).map(({ id }) => id));
    if (reply['next'] === null) break;
    after = ['--after', String(reply['next'])];
  }
  expect(paged).toEqual(ids);
});

test('more records than a page of the cabinet holds are collected', async () => {
  const { accountId, json } = await people().join();
  await addUsage(people().store, accountId, 2_100);
  expect((await json('detail', 'list', '--all'))['items']).toHaveLength(2_100);
  expect((await json('detail', 'list', '--limit', '1500'))['items']).toHaveLength(1_500);
});

test('a period of days has all of its last day, in the calendar of the line', async () => {
  const { accountId, json } = await people().join();
  const moments = {
    before: '2026-01-31T18:59:59Z',
    first: '2026-01-31T19:00:00Z',
    last: '2026-02-28T18:59:59Z',
    behind: '2026-02-28T19:00:00Z',
  };
  for (const moment of Object.values(moments))
    await addUsage(people().store, accountId, 1, { own: { started_at: new Date(moment) } });
  const february = await json('detail', 'list', '--from', '2026-02-01', '--to', '2026-02-28');
  expect((february['items'] as Item[]).map(({ started_at }) => started_at)).toEqual([
    '2026-02-28T23:59:59+05:00',
    '2026-02-01T00:00:00+05:00',
  ]);
  const exact = await json('detail', 'list', '--from', '2026-01-31T18:59:59Z', '--to', moments.last);
  expect((exact['items'] as Item[]).map(({ started_at }) => started_at)).toEqual([
    '2026-02-01T00:00:00+05:00',
    '2026-01-31T23:59:59+05:00',
  ]);
});

test('records of one type can be asked for', async () => {
  const { accountId, json } = await people().join();
  await addUsage(people().store, accountId, 50);
  const items = (await json('detail', 'list', '--type', 'sms'))['items'] as Item[];
  expect(items.map(({ type }) => type)).toEqual(Array.from({ length: 10 }, () => 'sms'));
});

test('a person reads numbers, volumes, money and dates in their language', async () => {
  const { accountId, run } = await people().join();
  const own = {
    started_at: new Date('2026-03-01T04:05:07Z'),
    counterpart: '9001234567',
    place: 'Ревда',
    volume: 125n,
    cost: 1_234_50n,
    balance_after: -50n,
  };
  await addUsage(people().store, accountId, 1, { own });
  const { stdout } = await run(['detail', 'list', '--lang', 'ru'], { tty: true, columns: 80 });
  expect(readRows(stdout.replaceAll('\u00a0', ' '))).toEqual([
    'Начало|Вид|Напр.|С кем, за что|Объём|Стоимость',
    '01.03.2026 09:05|звонок|исх.|900 123-45-67|2:05|1 234,50 ₽',
  ]);
});

test('a pipe and a program get the same in every language', async () => {
  const { accountId, run } = await people().join();
  await addUsage(people().store, accountId, 3, { own: { place: 'a\tb\u001b[31m' } });
  const { plain, json } = await expectSameBytes(run, ['detail', 'list']);
  const lines = plain.split('\n').slice(0, -1);
  expect(lines.map((line) => line.split('\t').length)).toEqual([9, 9, 9]);
  expectGoldenKeys(json);
});

test('an empty period is no failure', async () => {
  const { run } = await people().join();
  const { code, stdout, stderr } = await run(['detail', 'list', '--lang', 'ru'], { tty: true });
  expect([code, stdout, stderr]).toEqual([0, '', 'За этот период записей нет.\n']);
});

test('what cannot be meant is refused', async () => {
  const { run } = await people().join();
  const code = async (...args: string[]) => (await run(['detail', 'list', ...args])).code;
  expect(await code('--from', '2026-02-02', '--to', '2026-02-01')).toBe(2);
  expect(await code('--from', '2026-02-30')).toBe(2);
  expect(await code('--all', '--limit', '5')).toBe(2);
  expect(await code('--type', 'fax')).toBe(2);
  expect(await code('--from', '2020-01-01')).toBe(3);
});
