import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCardNumber } from '../../../src/shared/card-number.ts';

/** Appends the digit that makes `digits` pass Luhn. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}

const bodies = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.stringMatching(/^\d{11,17}$/))
  .map(([first, rest]) => `${first}${rest}`);

describe('a card number', () => {
  test.each([
    '2200000000000004',
    '4111 1111 1111 1111',
    '5555-5555-5555-4444',
    ' 4111\u00a01111\u00a01111\u00a01111 ',
    '4111–1111–1111–1111',
    '6200000000000005',
    '4000000000000000006',
  ])('is seen in «%s»', async (text) => {
    expect(await isCardNumber(text)).toBe(true);
  });

  test('is seen with 13 to 19 digits and a right check digit, and with no other check digit', async () => {
    const property = fc.asyncProperty(bodies, fc.integer({ min: 1, max: 9 }), async (body, shift) => {
      const number = withCheckDigit(body);
      expect(await isCardNumber(number)).toBe(true);
      const wrong = `${number.slice(0, -1)}${(Number(number.at(-1)) + shift) % 10}`;
      expect(await isCardNumber(wrong)).toBe(false);
    });
    await fc.assert(property);
  });

  test.each([
    ['a mobile number', '89001234567'],
    ['an account', '100000000001'],
    ['a number that is too short', withCheckDigit('41111111111')],
    ['a number that is too long', withCheckDigit('4111111111111111111')],
    ['milliseconds since 1970', withCheckDigit('177270120000')],
    ['a UUID', '01900000-0000-7000-8000-000000000000'],
    ['an amount with kopecks', '4111111111111111.00'],
    ['text around it', 'card 4111111111111111'],
    ['nothing', ''],
  ])('is not %s', async (_what, text) => {
    expect(await isCardNumber(text)).toBe(false);
  });
});
