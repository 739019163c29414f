import { describe, expect, it } from 'vitest';
import {
  hashGiftCode,
  meaningOf,
  newGiftCodes,
  readGiftCode,
} from '../../../../src/cabinet/domain/tones/giftCodes.ts';
import { seededRandom } from '../../../support/random.ts';

/** Gives out these numbers, four bytes each. */
function numbers(...wanted: number[]) {
  return {
    bytes(size: number) {
      const bytes = Buffer.alloc(size);
      bytes.writeUInt32BE(wanted.shift() ?? 0);
      return bytes;
    },
  };
}

describe('the codes of a gift (R11)', () => {
  it('are two different numbers of six digits', () => {
    const random = seededRandom('gift codes');
    for (let times = 0; times < 1_000; times += 1) {
      const { accept, refuse } = newGiftCodes(random, []);
      expect(accept).toMatch(/^\d{6}$/);
      expect(refuse).toMatch(/^\d{6}$/);
      expect(accept).not.toBe(refuse);
    }
  });

  it('keep their zeros, and are drawn again when they are the same or favour small numbers', () => {
    expect(newGiftCodes(numbers(7, 7, 4_294_967_295, 1_000_008), [])).toEqual({
      accept: '000007',
      refuse: '000008',
    });
  });

  it('are none that mean another gift of the recipient', () => {
    const other = {
      gift_id: 'other',
      accept_code_hash: hashGiftCode('other', '000001'),
      refuse_code_hash: hashGiftCode('other', '000002'),
      state: 'pending' as const,
    };
    expect(newGiftCodes(numbers(1, 3, 2, 4), [other])).toEqual({ accept: '000003', refuse: '000004' });
    expect(meaningOf('000002', [other])).toEqual({ giftId: 'other', answer: 'refuse' });
    expect(meaningOf('000003', [other])).toBeUndefined();
  });

  it.each([
    ['123456', '123456'],
    [' 123 456\n', '123456'],
    ['123-456.', '123456'],
    ['12345', null],
    ['1234567', null],
    ['код 123456', null],
    ['١٢٣٤٥٦', null],
    ['', null],
  ])('are read as people write them: %j', (text, code) => {
    expect(readGiftCode(text)).toBe(code);
  });
});
