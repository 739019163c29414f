import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedCommand } from '../../../../src/cli/reports/command.ts';
import { errorFacts } from '../../../../src/cli/reports/error-facts.ts';
import { createMask, maskAll } from '../../../../src/cli/reports/mask.ts';
import { formatMsisdn } from '../../../../src/shared/msisdn.ts';

const mask = createMask({ host: { home: '/home/ivan.petrov' }, names: ['Мария', 'office-1', 'default'] });
const FOLDERS = { config: '/home/ivan.petrov/.config/lisa', data: '/home/ivan.petrov/.local/share/lisa' };

describe('a text that leaves the machine', () => {
  test.each([
    ['/home/ivan.petrov/.config/lisa/config.json', '~/.config/lisa/config.json'],
    ['/home/olga/x', '/home/…/x'],
    ['/Users/olga/x and C:\\Users\\olga\\x', '/Users/…/x and C:\\Users\\…\\x'],
    ['/srv/ivan.petrov/lisa', '/srv/…/lisa'],
    ['keychain: lisa/Мария', 'keychain: lisa/…'],
    ['~/credentials/office-1.json', '~/credentials/….json'],
    ['profile Мария, of default', 'profile …, of default'],
    ['token lisa_ses_Zm9vYmFyYmF6cXV4 here', 'token … here'],
    ['500123456 and 4111 1111 1111 1111', '… and …'],
  ])('%j is %j', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  test.each([
    'version 24.21.0 on 6.18.44',
    'https://127.0.0.1:38231 answers',
    'valid until 2026-12-01, at 2026-11-22T15:56:14.123Z',
    'request 0199c0de-0000-7000-8000-000000000001',
    'LISA_STORE_PASSPHRASE is set',
    'process 4194304 has ended',
  ])('%j stays as it is', (text) => {
    expect(mask(text)).toBe(text);
  });

  test('has no number of a person in it, however it is written', () => {
    const national = fc.integer({ min: 9_000_000_000, max: 9_999_999_999 }).map(String);
    const spelling = fc.constantFrom<(msisdn: string) => string>(
      (msisdn) => msisdn,
      (msisdn) => `+7${msisdn}`,
      (msisdn) => `8 ${formatMsisdn(msisdn)}`,
      (msisdn) => `+7 (${msisdn.slice(0, 3)}) ${msisdn.slice(3, 6)}-${msisdn.slice(6, 8)}-${msisdn.slice(8)}`,
    );
    fc.assert(
      fc.property(national, spelling, (msisdn, spell) => {
        const masked = mask(`the number ${spell(msisdn)} is known`);
        expect(masked.replace(/\D/g, '').length).toBeLessThan(3);
      }),
    );
  });

  test('is looked for in all of an object', () => {
    expect(maskAll({ a: [{ b: '9001234567', c: 1, d: null }] }, mask)).toEqual({
      a: [{ b: '…', c: 1, d: null }],
    });
  });
});

describe('an error in a report', () => {
  const facts = (error: unknown) => errorFacts(error, FOLDERS, mask);

  function parsing(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch (error) {
      return error;
    }
  }

  test('says nothing of a reply that could not be read, which V8 quotes', () => {
    const [fact] = facts(parsing('{"name":"Иван Петров","code":Hunter2}'));
    expect(fact).toMatchObject({
      name: 'SyntaxError',
      message: expect.stringMatching(/^Unexpected token …/),
    });
    expect(JSON.stringify(fact)).not.toMatch(/Иван|Петров|Hunter2/);
  });

  test('keeps what helps: the property, the code, the frames, the cause', () => {
    const cause = new Error('opening «Мария» with "secret" failed for 9001234567');
    const [first, second] = facts(
      new TypeError("Cannot read properties of undefined (reading 'balance')", { cause }),
    );
    expect(first?.message).toContain("reading 'balance'");
    expect(first?.stack[0]).toMatch(/^at .*mask\.test\.ts/);
    expect(second?.message).toBe('opening …');
  });

  test('tells a file of ours by its place, and none of somebody else', () => {
    const of = (path: string) =>
      facts(Object.assign(new Error('ENOTDIR'), { code: 'ENOTDIR', path }))[0]?.file;
    expect(of(`${FOLDERS.data}/sandbox`)).toBe('data/sandbox');
    expect(of('/home/ivan.petrov/Ivan Petrov.csv')).toBeUndefined();
  });

  test('may be something that is no error', () => {
    expect(facts('a bare string with a password')).toEqual([{ name: 'string', message: '', stack: [] }]);
  });
});

test('of the command line only what is declared is told', () => {
  const args = [
    '--server',
    'https://x',
    'tariff',
    'switch',
    'Мой тариф',
    '--yes',
    '--profile=Мария',
    '--Hunter2',
  ];
  expect(typedCommand(args)).toEqual({
    command: 'tariff switch',
    options: ['--profile', '--server', '--yes'],
  });
  expect(typedCommand(['9001234567'])).toEqual({ command: null, options: [] });
});
