import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CliError } from '../../../../src/cli/errors.ts';
import { explain } from '../../../../src/cli/explain.ts';
import { cell } from '../../../../src/cli/render/cells.ts';
import { localeFormat } from '../../../../src/cli/render/format.ts';
import { renderJson, renderPlain } from '../../../../src/cli/render/render.ts';
import type { Cell } from '../../../../src/cli/render/result.ts';
import { sanitize } from '../../../../src/cli/render/sanitize.ts';
import { renderTerminal } from '../../../../src/cli/render/terminal.ts';
import { CabinetError, TransportError } from '../../../../src/client/errors.ts';
import { loadMessages } from '../../../../src/messages/index.ts';

const t = await loadMessages('en');

/** C0 but the line feed, DEL, C1, controls of direction and zero width, line separators, lone surrogates, unassigned. */
const DANGEROUS = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u;

const dangerous = fc.constantFrom(
  '\u001b[2J',
  '\u001b]0;title\u0007',
  '\u009b31m',
  '\r',
  '\n',
  '\t',
  '\b',
  '\u007f',
  '\u202e',
  '\u200b',
  '\u2066',
  '\u061c',
  '\ufeff',
  '\u2028',
  '\ud800',
);
const hostile = fc
  .array(fc.oneof(dangerous, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

function expectHarmless(text: string, lines?: number): void {
  expect(text).not.toMatch(DANGEROUS);
  if (lines !== undefined) expect(text.split('\n').length - 1).toBe(lines);
}

test('ordinary text in Russian, English and with signs passes unchanged', () => {
  for (const text of [
    'Тёплый снег',
    'Anna Talts',
    '900 123-45-67',
    '1\u00a0234,56 ₽',
    '«да» — нет…',
    'é',
    '🦊',
  ])
    expect(sanitize(text)).toBe(text);
});

test('what could move a cursor or hide text is made visible', () => {
  expect(sanitize('a\u001b[31mb')).toBe('a\\u{1b}[31mb');
  expect(sanitize('abc\u202etxt')).toBe('abc\\u{202e}txt');
  expect(sanitize('a\nb\tc')).toBe('a\\u{a}b\\u{9}c');
});

test('no text at all gets through with a dangerous code point, and cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const clean = sanitize(text);
      expectHarmless(clean, 0);
      expect(sanitize(clean)).toBe(clean);
    }),
  );
});

/** Every kind of cell that carries a string of the server. */
function cellsOf(text: string): Cell[] {
  return [cell.text(text), cell.name(text, text), cell.id(text), cell.instant(text), cell.msisdn(text)];
}

test('server texts reach a pipe harmless, one record to a line', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const cells = cellsOf(text);
      const rows = cells.map((value) => ({ key: 'k', label: 'field.name' as const, value }));
      const columns = cells.map(() => ({ label: 'field.name' as const }));
      const plain = renderPlain({
        blocks: [
          { kind: 'fields', rows },
          { kind: 'table', columns, rows: [cells], empty: 'tone.no-gifts' },
        ],
      });
      expectHarmless(plain.replaceAll('\t', ' '), cells.length + 1);
      expect(plain.split('\t').length - 1).toBe(cells.length + cells.length - 1);
    }),
  );
});

test('server texts reach a terminal harmless at any width, with the colours of ours only', () => {
  fc.assert(
    fc.property(hostile, fc.integer({ min: 10, max: 100 }), fc.boolean(), (text, columns, color) => {
      const rows = cellsOf(text).map((value) => ({ key: 'k', label: 'field.name' as const, value }));
      const block = {
        kind: 'table',
        columns: [{ label: 'field.name' as const }],
        empty: 'tone.no-gifts',
      } as const;
      const shown = renderTerminal(
        [
          { kind: 'fields', title: 'field.name', rows },
          { ...block, rows: cellsOf(text).map((value) => [value]) },
        ],
        { t, format: localeFormat('en', t), columns, color },
      );
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the bytes under test
      const colours = /\u001b\[(?:1|2|22|31|32|33|39)m/g;
      expectHarmless(color ? shown.replace(colours, '') : shown);
    }),
  );
});

test('JSON keeps every value and is harmless on a terminal too', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const json = renderJson({ blocks: [], json: { schema: 'x/1', [text]: text, list: [text] } });
      expectHarmless(json, 1);
      expect(JSON.parse(json)).toEqual({ schema: 'x/1', [text]: text, list: [text] });
    }),
  );
});

test('errors of a hostile cabinet are told harmless', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom('en', 'ru'), (text, locale) => {
      const errors = [
        new CabinetError(text, 400, {}, text),
        new CabinetError('bad_request', 400, { field: text, reason: { deep: [text] }, [text]: text }, text),
        new CabinetError('insufficient_funds', 409, { needed: { amount: text }, available: text }, undefined),
        new TransportError('redirect', { origin: text, detail: text, sent: false }),
        new Error(text),
      ];
      for (const error of errors) {
        const told = explain(error, t, locale);
        expectHarmless([told.code, told.message, told.hint ?? '', told.requestId ?? ''].join(' '), 0);
      }
      const ours = new CliError(1, 'x', 'error.write-failed', { params: { detail: text } });
      expectHarmless(explain(ours, t, locale).message);
    }),
  );
});
