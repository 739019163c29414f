import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { SecretStoreError, type SecretStoreProblem } from '../../../src/auth/secret-store.ts';
import { hints } from '../../../src/cli/hints.ts';
import type { Host } from '../../../src/cli/host.ts';
import { report } from '../../../src/cli/report.ts';
import { CabinetError, TransportError, type TransportFailure } from '../../../src/client/errors.ts';
import { ConfigError, type ConfigProblem } from '../../../src/config/errors.ts';
import { errors } from '../../../src/contract/errors.ts';
import { loadMessages } from '../../../src/messages/index.ts';

const REQUEST = '0199c0de-0000-7000-8000-000000000001';

const cabinet = [
  ...Object.entries(errors).map(([code, { status }]) => [code, status] as const),
  ['newer', 409] as const,
];
const transport: TransportFailure[] = [
  ...(['name', 'refused', 'timeout', 'tls', 'proxy', 'closed', 'too_large', 'redirect'] as const),
  ...(['bad_reply', 'insecure'] as const),
];
const config: ConfigProblem[] = ['corrupt', 'newer', 'unreadable', 'unwritable', 'busy', 'bad_value'];
const stores: SecretStoreProblem[] = [
  ...(['unavailable', 'timeout', 'locked', 'failed', 'wrong_passphrase', 'exposed', 'corrupt'] as const),
];
const settings = { file: 'f', line: 1, version: 2, reason: 'EACCES', source: 's', value: 'v', expected: 'e' };

/** Every kind of failure that is known, with the code it is told by. */
const FAILURES: readonly [string, Error][] = [
  ...cabinet.map(([code, status]): [string, Error] => [code, new CabinetError(code, status, {}, REQUEST)]),
  ...transport.map((failure): [string, Error] => [
    `transport_${failure}`,
    new TransportError(failure, { origin: 'https://lisa.example', detail: 'x', sent: false }),
  ]),
  ...config.map((problem): [string, Error] => [`config_${problem}`, new ConfigError(problem, settings)]),
  ...stores.map((problem): [string, Error] => [
    `secret_store_${problem}`,
    new SecretStoreError(problem, { ...settings, seconds: 5 }),
  ]),
];

/** Those whose text itself says when, how much, who else, or what would fit. */
const SAYS_ITSELF = new Set([
  'config_bad_value',
  ...Object.entries(hints).flatMap(([code, hint]) => (hint === null ? [code] : [])),
]);

async function told(error: Error, locale: 'en' | 'ru', json: boolean): Promise<string> {
  let text = '';
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  const flags = { json, debug: false } as Parameters<typeof report>[1]['flags'];
  const host = { stderr } as unknown as Host;
  await report(error, { host, flags, t: await loadMessages(locale), locale, color: false });
  return text;
}

describe.each(['en', 'ru'] as const)('a failure, told in %s', (locale) => {
  test.each(FAILURES)(
    '%s: one line, what to do next, and the request id where there is one',
    async (code, error) => {
      const [message = '', ...rest] = (await told(error, locale, false)).trimEnd().split('\n');
      expect(message).toMatch(/^✗ \S/);
      const withId = rest.filter((line) => line.includes(REQUEST));
      expect(withId).toHaveLength(error instanceof CabinetError ? 1 : 0);
      const next = rest.filter((line) => !line.includes(REQUEST));
      expect(next).toHaveLength(SAYS_ITSELF.has(code) ? 0 : 1);
      if (next.length > 0) expect(next[0]).toMatch(/^ {2}\S/);
    },
  );

  test.each(FAILURES)('%s: the same as one object of JSON', async (code, error) => {
    const text = await told(error, locale, true);
    expect(text.endsWith('}\n')).toBe(true);
    expect(text.trimEnd()).not.toContain('\n');
    const object = JSON.parse(text);
    expect(Object.keys(object)[0]).toBe('schema');
    expect(object).toMatchObject({ schema: 'error/1', code, message: expect.stringMatching(/\S/) });
    expect(object.hint === undefined).toBe(SAYS_ITSELF.has(code));
    expect(object.request_id).toBe(error instanceof CabinetError ? REQUEST : undefined);
  });
});
