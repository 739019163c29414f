import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../src/cabinet/sms/smpp/alphabets.ts';
import { encodeText } from '../../../../src/cabinet/sms/smpp/encode.ts';

const HEADER = 6;

/** What a telephone shows. */
function shown(text: string): string {
  const { coding, concatenated, parts } = encodeText(text, 7);
  return decodeText(coding, Buffer.concat(parts.map((part) => part.subarray(concatenated ? HEADER : 0))));
}

describe('a text', () => {
  const gsm = fc.string({ unit: fc.constantFrom(...'aZ9 @£Çøß\n{}[]~|^\\€Ω'), maxLength: 700 });
  const any = fc.string({ unit: 'binary', maxLength: 400 });
  const people = fc.string({ unit: fc.constantFrom(...'Привет, мир! abc 123 🦊€'), maxLength: 400 });

  test.each([
    ['of the default alphabet', gsm],
    ['of any characters', any],
    ['as people write', people],
  ])('%s arrives as it was, whatever its length', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(shown(text)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('of any kind fits into 140 bytes of the air each, and no character is torn apart', () => {
    fc.assert(
      fc.property(fc.oneof(gsm, any, people), (text) => {
        const { coding, concatenated, parts } = encodeText(text, 7);
        const most = coding === 0 ? (concatenated ? 153 + HEADER : 160) : 140;
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(most);
        const whole = parts.map((part) => decodeText(coding, part.subarray(concatenated ? HEADER : 0)));
        expect(whole.join('')).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['a'.repeat(160), 0, 1],
    ['a'.repeat(161), 0, 2],
    ['a'.repeat(306), 0, 2],
    ['a'.repeat(307), 0, 3],
    ['€'.repeat(80), 0, 1],
    ['€'.repeat(81), 0, 2],
    ['€'.repeat(152), 0, 2],
    ['€'.repeat(153), 0, 3],
    ['ж'.repeat(70), 8, 1],
    ['ж'.repeat(71), 8, 2],
    ['ж'.repeat(134), 8, 2],
    ['ж'.repeat(135), 8, 3],
    ['🦊'.repeat(35), 8, 1],
    ['🦊'.repeat(66), 8, 2],
    ['🦊'.repeat(67), 8, 3],
    ['', 0, 1],
  ])('«%s» needs coding %i and %i messages', (text, coding, parts) => {
    const encoded = encodeText(text, 0);
    expect([encoded.coding, encoded.parts.length]).toEqual([coding, parts]);
  });

  test('is coded as GSM 03.38 has it', () => {
    const [bytes] = encodeText('@£$ [€] A', 0).parts;
    expect(bytes?.toString('hex')).toBe('000102201b3c1b651b3e2041');
  });

  test('in several parts has the header that joins them', () => {
    const headers = encodeText('ж'.repeat(135), 0x1ff).parts.map((part) =>
      part.subarray(0, HEADER).toString('hex'),
    );
    expect(headers).toEqual(['050003ff0301', '050003ff0302', '050003ff0303']);
  });

  test('of more than 255 messages is refused', () => {
    expect(() => encodeText('ж'.repeat(67 * 255), 0)).not.toThrow();
    expect(() => encodeText('ж'.repeat(67 * 255 + 1), 0)).toThrow(RangeError);
  });
});

describe('what others have coded', () => {
  test.each([
    ['latin1', 3, 'e9', 'é'],
    ['ISO 8859-5', 6, 'bfe0d8d2d5e2', 'Привет'],
    ['the default alphabet with a class', 0xf0, '4142', 'AB'],
    ['UCS-2 with a class', 0x18, '041f', 'П'],
    ['an odd byte behind UCS-2', 8, '041f04', 'П'],
    ['a lonely escape', 0, '411b', 'A'],
  ])('%s is read', (_, coding, hex, text) => {
    expect(decodeText(coding, Buffer.from(hex, 'hex'))).toBe(text);
  });
});
