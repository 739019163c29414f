import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { cell } from '../../../../src/cli/render/cells.ts';
import { localeFormat } from '../../../../src/cli/render/format.ts';
import type { Block } from '../../../../src/cli/render/result.ts';
import { renderTerminal } from '../../../../src/cli/render/terminal.ts';
import { loadMessages } from '../../../../src/messages/index.ts';

const t = await loadMessages('ru');

function show(block: Block, { columns = 80, color = false } = {}): string {
  return renderTerminal([block], { t, format: localeFormat('ru', t), columns, color });
}

function melodies(rows: readonly (readonly [string, string])[]): Block {
  return {
    kind: 'table',
    columns: [{ label: 'field.title' }, { label: 'field.artist' }, { label: 'field.price', align: 'right' }],
    rows: rows.map(([title, artist]) => [cell.text(title), cell.text(artist), cell.kopecks(1_500n)]),
    empty: 'tone.no-melodies',
  };
}

const songs = melodies([
  ['Тёплый снег', 'Марта Сибирь'],
  ['Полчаса до рассвета', 'Плотинка'],
]);

test('columns of a table stand under their heads, money to the right', () => {
  expect(show(songs)).toBe(
    [
      'Мелодия              Исполнитель      Цена',
      'Тёплый снег          Марта Сибирь  15,00 ₽',
      'Полчаса до рассвета  Плотинка      15,00 ₽',
      '',
    ].join('\n'),
  );
});

test('a long text goes on below itself instead of being cut', () => {
  expect(show(songs, { columns: 32 })).toBe(
    [
      'Мелодия     Исполнитель     Цена',
      'Тёплый      Марта        15,00 ₽',
      'снег        Сибирь',
      'Полчаса до  Плотинка     15,00 ₽',
      'рассвета',
      '',
    ].join('\n'),
  );
});

test('a terminal too narrow for the columns gets one group of fields for every row', () => {
  expect(show(songs, { columns: 24 })).toBe(
    [
      'Мелодия      Тёплый снег',
      'Исполнитель  Марта',
      '             Сибирь',
      'Цена         15,00 ₽',
      '',
      'Мелодия      Полчаса до',
      '             рассвета',
      'Исполнитель  Плотинка',
      'Цена         15,00 ₽',
      '',
    ].join('\n'),
  );
});

test('a column that can be spared is left out before that', () => {
  const block: Block = {
    kind: 'table',
    columns: [{ label: 'field.id', spare: true }, { label: 'field.title' }],
    rows: [[cell.text('pop-half-an-hour-to-dawn'), cell.text('Полчаса до рассвета')]],
    empty: 'tone.no-melodies',
  };
  expect(show(block, { columns: 45 })).toContain('pop-half-an-hour-to-dawn');
  expect(show(block, { columns: 30 })).toBe('Мелодия\nПолчаса до рассвета\n');
});

test('wide characters are counted as the terminal counts them', () => {
  const lines = show(
    melodies([
      ['日本の歌', 'あ'],
      ['🦊 лис', 'Кнопки'],
    ]),
  )
    .trimEnd()
    .split('\n');
  const widths = lines.map((line) => stringWidth(line));
  expect(new Set(widths).size).toBe(1);
});

test('no letter of any text is lost at any width', () => {
  const word = fc.stringMatching(/^[а-яёa-z]{1,30}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 20, max: 120 }),
      (words, columns) => {
        const shown = show(
          { kind: 'fields', rows: [{ key: 'k', label: 'field.name', value: cell.text(words.join(' ')) }] },
          { columns },
        );
        expect(shown.replace('Название', '').replace(/\s/g, '')).toBe(words.join(''));
        for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      },
    ),
  );
});

test('states have the colour of what they mean, and no byte of colour without it', () => {
  const states: Block = {
    kind: 'fields',
    rows: [
      { key: 'a', label: 'field.state', value: cell.lineState('active') },
      { key: 'b', label: 'field.state', value: cell.lineState('blocked') },
      { key: 'c', label: 'field.state', value: cell.giftState('pending') },
    ],
  };
  const colored = show(states, { color: true });
  expect(colored).toContain('\u001b[32mактивен\u001b[39m');
  expect(colored).toContain('\u001b[31mзаблокирован\u001b[39m');
  expect(colored).toContain('\u001b[33mждёт ответа\u001b[39m');
  expect(show(states)).not.toContain('\u001b');
});

test('an empty table shows nothing at all', () => {
  expect(show(melodies([]))).toBe('');
});
