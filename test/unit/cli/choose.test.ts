import { expect, test } from 'vitest';
import { matchWord } from '../../../src/cli/choose.ts';
import { UsageError } from '../../../src/cli/errors.ts';

const items = [
  { id: 'stream', names: ['Поток', 'Stream'], line: '' },
  { id: 'fox', names: ['Ёлка', 'Moon'], line: '' },
  { id: 'moon', names: ['Луна', 'The Moon'], line: '' },
  { id: 'first', names: ['Двойник', 'Double'], line: '' },
  { id: 'second', names: ['двойник', 'Twin'], line: '' },
];

test('an id is an id, even when something else has it as a name', () => {
  expect(matchWord('moon', items)).toBe('moon');
  expect(matchWord('stream', items)).toBe('stream');
  expect(matchWord('STREAM', items)).toBe('stream');
});

test('a name means its owner in either language and any case', () => {
  expect(matchWord('ПОТОК', items)).toBe('stream');
  expect(matchWord(' the moon ', items)).toBe('moon');
  expect(matchWord('елка', items)).toBe('fox');
});

test('a name that several have is a usage error', () => {
  expect(() => matchWord('Двойник', items)).toThrow(UsageError);
});

test('a word that means nothing is left to the cabinet, and a part of a name means nothing', () => {
  expect(matchWord('galaxy', items)).toBe('galaxy');
  expect(matchWord('Пото', items)).toBe('Пото');
});
