import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/cli/errors.ts';
import { command } from '../../../src/cli/spec.ts';
import { readOperands, readOptions } from '../../../src/cli/values.ts';

const spec = command({
  words: 'try',
  summary: 'balance.summary',
  kind: 'data',
  options: {
    since: { type: 'day', summary: 'balance.summary' },
    amount: { type: 'amount', summary: 'balance.summary' },
    to: { type: 'msisdn', summary: 'balance.summary' },
    limit: { type: 'integer', minimum: 1, maximum: 100, summary: 'balance.summary' },
    reason: { type: 'choice', choices: ['lost', 'stolen'], summary: 'balance.summary' },
    noOpen: { type: 'flag', summary: 'balance.summary' },
    name: { type: 'text', summary: 'balance.summary' },
  },
  operands: {
    kind: { name: 'KIND', summary: 'balance.summary', required: false, choices: ['a', 'b'] },
    rest: { name: 'REST', summary: 'balance.summary', required: false, variadic: true },
  },
  examples: [],
});

describe('values that fit become typed', () => {
  test.each([
    ['since', '2026-02-28', '2026-02-28'],
    ['since', '2026-02-28T10:00:00+05:00', '2026-02-28T10:00:00+05:00'],
    ['since', '2026-02-28T10:00:00.125Z', '2026-02-28T10:00:00.125Z'],
    ['amount', '123', 12_300n],
    ['amount', '123,4', 12_340n],
    ['amount', '-0.05', -5n],
    ['to', '+7 (900) 123-45-67', '9001234567'],
    ['to', '8-900-123-45-67', '9001234567'],
    ['limit', '100', 100],
    ['reason', 'stolen', 'stolen'],
    ['name', '--odd', '--odd'],
    ['name', '', ''],
  ])('--%s %s', (name, raw, value) => {
    expect(readOptions(spec, { [name]: raw })).toMatchObject({ [name]: value });
  });
});

describe('values that do not fit are usage errors that name them', () => {
  test.each([
    ['since', '2026-02-30'],
    ['since', '28.02.2026'],
    ['since', '2026-13-01'],
    ['since', '2026-02-28T25:00:00Z'],
    ['since', '2026-02-28T10:00:00'],
    ['amount', '1.234'],
    ['amount', '1e3'],
    ['amount', 'NaN'],
    ['amount', ''],
    ['to', '12345'],
    ['to', '4951234567'],
    ['limit', '0'],
    ['limit', '101'],
    ['limit', '1.5'],
    ['limit', '0x10'],
    ['limit', ' 7'],
    ['reason', 'Lost'],
  ])('--%s «%s»', (name, raw) => {
    expect(() => readOptions(spec, { [name]: raw })).toThrow(UsageError);
    try {
      readOptions(spec, { [name]: raw });
    } catch (error) {
      expect((error as UsageError).params).toMatchObject({ value: raw });
    }
  });
});

test('what was not typed is undefined, and a flag is false', () => {
  expect(readOptions(spec, {})).toEqual({
    since: undefined,
    amount: undefined,
    to: undefined,
    limit: undefined,
    reason: undefined,
    noOpen: false,
    name: undefined,
  });
});

test('operands are read in their order, the last one may take all that is left', () => {
  expect(readOperands(spec, ['a', ['x', 'y']])).toEqual({ kind: 'a', rest: ['x', 'y'] });
  expect(readOperands(spec, [])).toEqual({ kind: undefined, rest: [] });
  expect(() => readOperands(spec, ['c'])).toThrow(UsageError);
});
