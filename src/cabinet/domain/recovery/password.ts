import type { Random } from '../../../shared/clock.ts';

/**
 * Consonants that are not taken for one another; no vowels, so that no words come out. Without a digit it is no
 * permanent password (R3) in whichever case it is typed.
 */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const LENGTH = 12;
const GROUP = 4;
/** The largest multiple of the number of letters that a byte can hold: bytes above it would favour some letters. */
const FAIR = 256 - (256 % LETTERS.length);

/** A one-time password in groups: «kzmt-wqdh-bnrx», 50.9 random bits. */
export function newOneTimePassword(random: Random): string {
  let letters = '';
  while (letters.length < LENGTH) {
    for (const byte of random.bytes(LENGTH)) {
      if (byte < FAIR && letters.length < LENGTH) letters += LETTERS[byte % LETTERS.length];
    }
  }
  return letters.replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-');
}

/** One-time passwords inside a longer text, as `readOneTimePassword` would read them. */
export const WRITTEN_ONE_TIME_PASSWORD = new RegExp(
  `(?<!\\p{L})[${LETTERS}](?:[\\s\\p{Dash_Punctuation}]*[${LETTERS}]){${LENGTH - 1}}(?!\\p{L})`,
  'giu',
);

const SHAPE = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

/**
 * The letters of what has the shape of a one-time password, with or without dashes and spaces, in capitals or not; null
 * for everything else, which only a permanent password can be.
 */
export function readOneTimePassword(typed: string): string | null {
  const letters = typed.replace(/[\s\p{Dash_Punctuation}]/gu, '').toLowerCase();
  return SHAPE.test(letters) ? letters : null;
}
