import { describe, expect, test } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { ru } from '../../src/messages/ru/index.ts';
import { castKeys, catalogueViolations, proseOutsideCatalogues, unusedKeys } from './checks/messages.ts';
import { readSources } from './checks/source.ts';

/** The catalogues themselves, the two-language data of the operator and the sandbox, and the names in the operator's own records. */
const HOMES = [
  'src/acquirer/texts/',
  'src/messages/',
  'src/cabinet/catalogue/',
  'src/cabinet/sandbox/data/',
  'src/cabinet/domain/usage/movements.ts',
  'src/cabinet/domain/sms/texts.ts',
];
const sources = readSources('src').filter(({ path }) => !HOMES.some((home) => path.startsWith(home)));

describe('messages', () => {
  test('are the same in both languages, down to placeholders and plural forms', () => {
    expect(catalogueViolations(en, ru)).toEqual([]);
  });

  test('are all used', () => {
    expect(unusedKeys(Object.keys(en), sources)).toEqual([]);
  });

  test('are the only texts for people', () => {
    const scripts = sources.filter(({ path }) => !path.startsWith('src/cli/completion/'));
    expect(proseOutsideCatalogues(scripts)).toEqual([]);
  });

  test('are asked for by keys that the types have checked', () => {
    expect(castKeys(sources.filter(({ path }) => path.startsWith('src/cli/')))).toEqual([]);
  });
});

describe('the law of messages', () => {
  const files = { one: 'файл', few: 'файла', many: 'файлов', other: 'файла' };

  test.each([
    ['a key that is missing in Russian', { a: 'x' }, {}],
    ['a key that is missing in English', {}, { a: 'ы' }],
    ['another placeholder', { a: 'to {name}' }, { a: 'для {who}' }],
    [
      'a Russian text without its «few»',
      { a: { one: 'f', other: 'fs' } },
      { a: { one: 'ф', many: 'ф', other: 'ф' } },
    ],
    ['a form without its placeholder', { a: { one: '{n}', other: '{n}' } }, { a: { ...files, one: '{n}' } }],
    ['a text that was left in English', { a: 'Done as asked' }, { a: 'Done as asked' }],
  ])('finds %s', (_, english, russian) => {
    expect(catalogueViolations(english, russian)).not.toEqual([]);
  });

  test('accepts what is complete', () => {
    const english = {
      a: { one: '{count} file of {all}', other: '{count} files of {all}' },
      b: 'SMS',
      c: 'Log in: lisa login',
    };
    const russian = {
      a: {
        one: 'один файл из {all}',
        few: '{count} из {all}',
        many: '{count} из {all}',
        other: '{count} из {all}',
      },
      b: 'SMS',
      c: 'Войти: lisa login',
    };
    expect(catalogueViolations(english, russian)).toEqual([]);
  });

  test('finds a key that nothing uses', () => {
    const source = { path: 'src/cli/x.ts', text: "t('a.used'); t(`state.$" + '{state}`);' };
    expect(unusedKeys(['a.used', 'state.active', 'a.lost'], [source])).toEqual(['a.lost']);
  });

  test('finds prose outside of the catalogues', () => {
    const prose = (text: string) => proseOutsideCatalogues([{ path: 'src/cli/x.ts', text }]);
    expect(prose("write('Готово');")).toHaveLength(1);
    expect(prose("write('The balance is low');")).toHaveLength(1);
    expect(prose('write(`Счёт пополнен`);')).toHaveLength(1);
    expect(prose("throw new Error('the tree led to nothing'); run('lisa tariff show now');")).toEqual([]);
  });
});
