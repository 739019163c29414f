import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { wrapWords } from '../../../src/cli/render/words.ts';

const terminal = (columns: number) => Object.assign(new PassThrough(), { isTTY: true, columns });

it('breaks a long line between words, the rest indented', () => {
  expect(wrapWords('one two three four', terminal(9), '  ')).toBe('one two\n  three\n  four');
});

it('keeps a word whole that is longer than the terminal', () => {
  expect(wrapWords('see /a/very/long/path now', terminal(10))).toBe('see\n/a/very/long/path\nnow');
});

it('leaves a line for a pipe as it is', () => {
  const text = 'a line '.repeat(50);
  expect(wrapWords(text, new PassThrough())).toBe(text);
});

it('begins anew at every line of the text, and keeps how far it is indented', () => {
  expect(wrapWords('  one two three\nfour\n  five six seven', terminal(9), '  ')).toBe(
    '  one two\n  three\nfour\n  five\n  six\n  seven',
  );
});
