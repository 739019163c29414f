import { beforeAll, expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { addNews } from '../../support/news.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readShown } from '../../support/shown.ts';

const people = usePeople();

const LONG = [
  'С понедельника в вашем районе работает новая станция: связь внутри домов станет заметно увереннее, а интернет быстрее.',
  'Вопросы — в любом офисе.',
];

beforeAll(async () => {
  await addNews(people().store);
  await people().store.transact((tx) =>
    tx
      .updateTable('news')
      .set({ body_ru: LONG.join('\n') })
      .where('news_id', '=', 'station')
      .execute(),
  );
});

test('a person reads whole words in paragraphs, however narrow the terminal', async () => {
  const { run } = await people().join();
  for (const columns of [40, 80, 200]) {
    const { stdout } = await run(['news', 'show', 'station', '--lang', 'ru'], { tty: true, columns });
    expect(readShown(stdout)).toMatchObject({ Новость: 'Новая станция', Дата: '03.03.2026 14:00' });
    const lines = stdout.trimEnd().split('\n');
    const text = lines.slice(lines.indexOf('') + 1);
    expect(Math.max(...text.map((line) => line.length))).toBeLessThanOrEqual(Math.min(columns, 80));
    expect(text.join(' ')).toBe(LONG.join(' '));
    expect(text.at(-1)).toBe(LONG[1]);
  }
});

test('a title may be typed, and without one a terminal is offered the list', async () => {
  const { run } = await people().join();
  const named = await run(['news', 'show', 'осень', '--lang', 'ru'], { tty: true });
  expect(readShown(named.stdout)).toMatchObject({ Новость: 'Осень' });
  const chosen = await run(['news', 'show'], { tty: true, answers: [''] });
  expect(readShown(chosen.stdout)).toMatchObject({ News: 'One more station' });
  expect((await run(['news', 'show'])).code).toBe(5);
});

test('news of elsewhere are refused with 3', async () => {
  const { run } = await people().join();
  const { code, stderr } = await run(['news', 'show', 'works', '--json']);
  expect(code).toBe(3);
  expect(JSON.parse(stderr)).toMatchObject({ code: 'news_not_found' });
});

test('a pipe and a program get the same in every language', async () => {
  const { run } = await people().join();
  const { plain, json } = await expectSameBytes(run, ['news', 'show', 'fraud']);
  expect(readPiped(plain)).toEqual({
    news: 'fraud',
    published_at: '2026-02-03T14:00:00+05:00',
    body: 'Подробности: осторожно, мошенники.',
  });
  expectGoldenKeys(json);
});
