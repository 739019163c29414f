import { expect, test } from 'vitest';
import { routeTo } from '../../../src/client/proxy.ts';

const HTTPS_PROXY = 'http://proxy.example:3128';
const bypass = (origin: string, NO_PROXY = '', more = {}) =>
  routeTo(origin, { HTTPS_PROXY, NO_PROXY, ...more }).bypass;

test('an origin goes through the proxy of the environment', () => {
  expect(routeTo('https://lisa.example', { HTTPS_PROXY })).toEqual({ proxy: HTTPS_PROXY, bypass: undefined });
  expect(routeTo('https://lisa.example', { https_proxy: '', HTTPS_PROXY }).proxy).toBe(HTTPS_PROXY);
  expect(routeTo('https://lisa.example', {})).toEqual({ proxy: undefined, bypass: undefined });
});

test('this machine and plain http never do', () => {
  expect(bypass('https://127.0.0.1:8443')).toBe('loopback');
  expect(bypass('https://[::1]:8443')).toBe('loopback');
  expect(bypass('http://lisa.example')).toBe('plain_http');
});

test.each([
  ['lisa.example', 'lisa.example'],
  ['LISA.example.', 'lisa.example'],
  ['example', 'lisa.example'],
  ['.example', 'lisa.example'],
  ['*.example', 'lisa.example'],
  ['*', 'lisa.example'],
  ['other, lisa.example', 'lisa.example'],
  ['other lisa.example', 'lisa.example'],
  ['lisa.example:443', 'lisa.example'],
  ['lisa.example:8443', 'lisa.example:8443'],
  ['2001:db8::1', '[2001:db8::1]'],
  ['[2001:db8::1]:8443', '[2001:db8::1]:8443'],
])('NO_PROXY=%s covers %s', (exceptions, host) => {
  expect(bypass(`https://${host}`, exceptions)).toBe('no_proxy');
});

test.each([
  ['', 'lisa.example'],
  ['isa.example', 'lisa.example'],
  ['*.lisa.example', 'lisa.example'],
  ['lisa.example:8443', 'lisa.example'],
  ['lisa.example', 'lisa.example.org'],
  ['2001:db8::1', '[2001:db8::2]'],
])('NO_PROXY=%s does not cover %s', (exceptions, host) => {
  expect(bypass(`https://${host}`, exceptions)).toBeUndefined();
});
