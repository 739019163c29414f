import { describe, expect, it } from 'vitest';
import { weaknessOf } from '../../../../src/cabinet/domain/password/rules.ts';

describe('a password', () => {
  it.each([
    ['Passw0rd', null],
    [`A1${'x'.repeat(62)}`, null],
    ['A1!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', null],
    ['Passw0r', 'too_short'],
    ['', 'too_short'],
    [`A1${'x'.repeat(63)}`, 'too_long'],
    ['Пароль12A', 'bad_characters'],
    ['Pass w0rd', 'bad_characters'],
    ['Passw0rd\u0000', 'bad_characters'],
    ['Password', 'no_digit'],
    ['passw0rd', 'no_capital'],
    ['X9001234567', 'contains_login'],
    ['1aNNa.iX', 'contains_login'],
  ])('%j is judged %s', (password, weakness) => {
    expect(weaknessOf(password, ['100000000001', '9001234567', 'Anna.I'])).toBe(weakness);
  });
});
