import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readRows } from '../../support/shown.ts';

const people = usePeople();

test('a person sees the melodies in their language, and how to give one', async () => {
  const { run } = await people().join();
  const russian = await run(['tone', 'catalog', '--lang', 'ru'], { tty: true });
  expect(readRows(russian.stdout)).toEqual([
    'Код|Мелодия|Исполнитель|Раздел|Цена',
    'yolka|Ёлка|Хор|Народные|30,00 ₽',
    'kalinka|Калинка|Хор|Народные|15,00 ₽',
    'star|Звезда 100%|Группа Ветер|Рок|60,00 ₽',
    'silence|Тишина|Группа Ветер|Рок|0,00 ₽',
  ]);
  for (const next of ['lisa tone set', 'lisa tone gift', '--categories'])
    expect(russian.stderr).toContain(next);
  const english = await run(['tone', 'catalog'], { tty: true });
  expect(readRows(english.stdout)).toContain('star|Star 100%|Wind Band|Rock|₽60.00');
});

test('a pipe gets one line for every melody, a program one object, the same in every language', async () => {
  const { run } = await people().join();
  const { plain, json } = await expectSameBytes(run, ['tone', 'catalog', '--category', 'rock']);
  expect(plain).toBe(
    'star\tЗвезда 100%\tГруппа Ветер\trock\t60.00\nsilence\tТишина\tГруппа Ветер\trock\t0.00\n',
  );
  expectGoldenKeys(json);
});

test('search and category narrow the list; a category may be named as it is shown', async () => {
  const { json } = await people().join();
  const ids = async (...args: string[]) => {
    const { items } = await json('tone', 'catalog', ...args);
    return (items as { id: string }[]).map(({ id }) => id);
  };
  expect(await ids('--search', 'калин')).toEqual(['kalinka']);
  expect(await ids('--category', 'НАРОДНЫЕ')).toEqual(['yolka', 'kalinka']);
  expect(await ids('--category', 'rock', '--search', 'fir')).toEqual([]);
  expect(await ids('--category', 'нет такого раздела, и название у него длинное')).toEqual([]);
  expect(await ids('--search', '')).toHaveLength(4);
});

test('nothing found is an empty list and exit 0, said on stderr to a person', async () => {
  const { run } = await people().join();
  const args = ['tone', 'catalog', '--search', 'нет такой'];
  const shown = await run([...args, '--lang', 'ru'], { tty: true });
  expect(shown).toMatchObject({ code: 0, stdout: '', stderr: 'Мелодий не нашлось.\n' });
  expect(await run(args)).toMatchObject({ code: 0, stdout: '' });
  expect(JSON.parse((await run([...args, '--json'])).stdout)).toEqual({
    schema: 'tone-catalog/1',
    items: [],
  });
});

test('--categories shows the categories with their prices', async () => {
  const { run } = await people().join();
  const args = ['tone', 'catalog', '--categories'];
  const { stdout, stderr } = await run([...args, '--lang', 'ru'], { tty: true });
  expect(readRows(stdout)).toEqual([
    'Код|Раздел|Мелодий|За 30 дней',
    'folk|Народные|2|15,00 ₽ – 30,00 ₽',
    'rock|Рок|2|0,00 ₽ – 60,00 ₽',
  ]);
  expect(stderr).toContain('--category');
  const { plain, json } = await expectSameBytes(run, args);
  expect(plain).toBe('folk\tНародные\t2\t15.00-30.00\nrock\tРок\t2\t0.00-60.00\n');
  expectGoldenKeys(json);
});
