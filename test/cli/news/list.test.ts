import { beforeAll, expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { addNews } from '../../support/news.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readRows } from '../../support/shown.ts';

const people = usePeople();
beforeAll(() => addNews(people().store));

test('a person sees the news, newest first, and how to read and to get them', async () => {
  const { run } = await people().join();
  const russian = await run(['news', 'list', '--lang', 'ru'], { tty: true });
  expect(readRows(russian.stdout)).toEqual([
    'Дата|Новость|Код',
    '03.03.2026|Ещё одна станция|station-2',
    '03.03.2026|Новая станция|station',
    '03.02.2026|Осторожно, мошенники|fraud',
    '05.12.2025|Осень|autumn',
  ]);
  expect(russian.stderr).toContain('lisa news show НОВОСТЬ');
  expect(russian.stderr).toContain('lisa news subscribe');
  expect(readRows((await run(['news', 'list'], { tty: true })).stdout)[3]).toBe(
    '3 Feb 2026|Beware of frauds|fraud',
  );
});

test('--limit and --after go through them by pages', async () => {
  const { run } = await people().join();
  const first = await run(['news', 'list', '--limit', '3'], { tty: true });
  expect(readRows(first.stdout)).toHaveLength(4);
  expect(first.stderr).toContain('lisa news list --after fraud');
  const second = await run(['news', 'list', '--after', 'fraud']);
  expect(second.stdout).toBe('2025-12-05T14:00:00+05:00\tОсень\tautumn\n');
});

test('a pipe gets one line for every item, a program one object, the same in every language', async () => {
  const { run } = await people().join();
  const { plain, json } = await expectSameBytes(run, ['news', 'list']);
  expect(plain.split('\n')[0]).toBe('2026-03-03T14:00:00+05:00\tЕщё одна станция\tstation-2');
  expectGoldenKeys(json);
});
