import { describe, expect, test } from 'vitest';
import { weaknessOf } from '../../../../src/cabinet/domain/password/rules.ts';
import { newOneTimePassword, readOneTimePassword } from '../../../../src/cabinet/domain/recovery/password.ts';
import { seededRandom } from '../../../support/random.ts';

const random = seededRandom('one-time');

describe('a one-time password', () => {
  test('is 12 consonants in three groups, and always read as such', () => {
    for (let made = 0; made < 1_000; made += 1) {
      const password = newOneTimePassword(random);
      expect(password).toMatch(
        /^[bcdfghjkmnpqrstvwxz]{4}-[bcdfghjkmnpqrstvwxz]{4}-[bcdfghjkmnpqrstvwxz]{4}$/,
      );
      expect(readOneTimePassword(password)).toBe(password.replaceAll('-', ''));
    }
  });

  test('has at least 48 random bits, every letter being as likely', () => {
    const counts = new Map<string, number>();
    for (let made = 0; made < 4_000; made += 1) {
      for (const letter of readOneTimePassword(newOneTimePassword(random)) ?? '')
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(12 * Math.log2(counts.size)).toBeGreaterThan(48);
    const expected = 48_000 / counts.size;
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected / 5);
  });

  test('can be no permanent password, in whichever case it is typed (R3)', () => {
    const password = newOneTimePassword(random);
    for (const typed of [password, password.toUpperCase(), password.replaceAll('-', ' ')])
      expect(weaknessOf(typed, [])).not.toBeNull();
  });

  test.each([
    'Correct-Horse-7',
    'bcdf-ghjk-mnp',
    'bcdf-ghjk-mnpqr',
    'bcdf-ghjk-mnpa',
    'bcdf-ghjk-mnp1',
    'бвгд-ghjk-mnpq',
    '',
  ])('«%s» is none', (typed) => {
    expect(readOneTimePassword(typed)).toBeNull();
  });
});
