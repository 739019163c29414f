import { expect, test } from 'vitest';
import { parseSmscAccount } from '../../../../src/cabinet/sms/smpp/smsc.ts';

test('the address of a short-message service names us, where it is, and whether with TLS', () => {
  expect(parseSmscAccount('smpp://lisa@sms.example', 'Key-1\nsecond line')).toEqual({
    host: 'sms.example',
    port: 2775,
    tls: false,
    systemId: 'lisa',
    password: 'Key-1',
  });
  expect(parseSmscAccount('smpps://lisa@[::1]:7777', 'x')).toMatchObject({
    host: '::1',
    port: 7777,
    tls: true,
  });
});

test.each([
  ['http://lisa@host', 'x'],
  ['smpp://host', 'x'],
  ['smpp://lisa:Secret-9@host', 'x'],
  ['smpp://a-very-long-user-name@host', 'x'],
  ['lisa@host', 'x'],
  ['smpp://lisa@host', ''],
  ['smpp://lisa@host', 'пароль'],
  ['smpp://lisa@host', 'Secret-9-too-long'],
])('«%s» with such a password is refused, without showing it', (url, password) => {
  expect(() => parseSmscAccount(url, password)).toThrow(RangeError);
  try {
    parseSmscAccount(url, password);
  } catch (error) {
    expect(String(error)).not.toContain('Secret-9');
  }
});
