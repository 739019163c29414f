import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatExpiry, formatNumber, reformat } from '../../../src/acquirer/browser/format.ts';
import { recognise } from '../../../src/acquirer/cards/brands.ts';
import { cvcProblem, expiryProblem } from '../../../src/acquirer/cards/check.ts';
import { digitsOf, TEST_CARDS } from '../../../src/acquirer/cards/test-cards.ts';

const NOW = new Date('2026-03-05T09:00:00Z');

describe('the test cards', () => {
  test.each(TEST_CARDS)('$number is a complete number of $brand', ({ number, brand }) => {
    expect(recognise(number)).toEqual({ brand, refused: null, complete: true, promising: true });
  });

  test('are of the ranges that the payment systems have: MIR 2200–2204', () => {
    const ranges = { mir: /^220[0-4]/, visa: /^4/, mastercard: /^(5[1-5]|2[2-7])/ };
    for (const { number, brand } of TEST_CARDS) expect(number).toMatch(ranges[brand]);
  });

  test('pay by every payment system (R14), and are all different', () => {
    const paying = TEST_CARDS.filter(({ behaviour }) => behaviour === 'success').map(({ brand }) => brand);
    expect(paying.sort()).toEqual(['mastercard', 'mir', 'visa']);
    expect(new Set(TEST_CARDS.map(({ number }) => number)).size).toBe(TEST_CARDS.length);
  });
});

describe('a payment system', () => {
  test.each([
    ['', null, null],
    ['2', null, null],
    ['22', null, null],
    ['2200', 'mir', null],
    ['2204', 'mir', null],
    ['2221', 'mastercard', null],
    ['4', null, null],
    ['41', 'visa', null],
    ['51', 'mastercard', null],
    ['37', null, 'American Express'],
    ['6200', null, 'UnionPay'],
    ['6759', null, 'Maestro'],
    ['2205', null, null],
  ])('is known from the first digits: «%s»', (typed, brand, refused) => {
    expect(recognise(typed)).toMatchObject({ brand, refused });
  });
});

describe('an expiry date', () => {
  test.each(['03/26', '3/26', '0326', '03/2026', '032026', '03 / 26', '03-26', '03.26', ' 12/30 '])(
    '«%s» is good',
    (typed) => expect(expiryProblem(typed, NOW)).toBeUndefined(),
  );

  test.each([
    ['', 'expiry_missing'],
    ['02/26', 'expiry_past'],
    ['12/25', 'expiry_past'],
    ['00/30', 'expiry_invalid'],
    ['13/30', 'expiry_invalid'],
    ['12', 'expiry_invalid'],
    ['12/3', 'expiry_invalid'],
    ['12/1930', 'expiry_invalid'],
    ['12/99', 'expiry_invalid'],
    ['soon', 'expiry_invalid'],
  ])('«%s» is not: %s', (typed, kind) => expect(expiryProblem(typed, NOW)).toEqual({ kind }));
});

describe('a CVC', () => {
  test.each([
    ['123', undefined],
    [' 123 ', undefined],
    ['', { kind: 'cvc_missing' }],
    ['12', { kind: 'cvc_invalid' }],
    ['1234', { kind: 'cvc_invalid' }],
    ['12a', { kind: 'cvc_invalid' }],
  ])('«%s»', (typed, problem) => expect(cvcProblem(typed)).toEqual(problem));
});

describe('what is typed', () => {
  test.each([
    ['41111', '4111 1'],
    ['4111-1111-1111-1111', '4111 1111 1111 1111'],
    ['2200 0000 0000 0004 99 and more', '2200 0000 0000 0004 99'],
  ])('as a number, «%s» becomes «%s»', (typed, shown) => expect(formatNumber(typed)).toBe(shown));

  test.each([
    ['1', '1'],
    ['12', '12'],
    ['123', '12/3'],
    ['1230', '12/30'],
    ['5', '05'],
    ['530', '05/30'],
    ['1/', '01'],
    ['1/30', '01/30'],
    ['12 / 2030', '12/2030'],
  ])('as a date, «%s» becomes «%s»', (typed, shown) => expect(formatExpiry(typed)).toBe(shown));

  test('keeps its digits, and spacing it twice changes nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d -]{0,19}$/), (typed) => {
        const once = formatNumber(typed);
        expect(digitsOf(once)).toBe(digitsOf(typed));
        expect(formatNumber(once)).toBe(once);
      }),
    );
  });

  test('leaves the caret behind the digit that was typed in the middle', () => {
    const field = {
      value: '4111 91111',
      selectionStart: 6,
      setSelectionRange(from: number) {
        this.selectionStart = from;
      },
    };
    reformat(field, formatNumber);
    expect(field).toMatchObject({ value: '4111 9111 1', selectionStart: 6 });
  });
});
