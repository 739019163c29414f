import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demo } from '../../../src/cabinet/sandbox/credentials.ts';
import { formatMsisdn } from '../../../src/shared/msisdn.ts';
import { type InstalledCli, installedCli } from '../../support/installed-cli.ts';
import { copySandbox } from '../../support/sandbox-cli.ts';
import { secretsIn } from '../../support/search.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const canary = (name: string) => `Canary-${name}-${randomBytes(6).toString('hex')}-A1`;
const typed = { passphrase: canary('passphrase'), wrong: canary('wrong'), codeword: canary('codeword') };
/** People name their profiles after people. */
const PROFILE = 'Мария-Петрова';

let cli: InstalledCli;
/** What the person would send, by the command that it was made after. */
const bundles: Record<string, Record<string, string>> = {};
const secrets: Record<string, string | RegExp> = {
  ...typed,
  PROFILE,
  password: demo.password,
  'codeword of the sandbox': demo.codeword,
  account: demo.accountNumber,
  'network login': /\bdemo\b/,
  holder: 'Ковалёва',
  ...spellings('number', demo.msisdn),
  ...spellings("friend's number", demo.friendMsisdn),
};

function spellings(name: string, msisdn: string): Record<string, string> {
  return { [name]: msisdn, [`${name}, spaced`]: formatMsisdn(msisdn), [`${name}, +7`]: `+7${msisdn}` };
}

/** Runs a command with a trace of its own, then makes a bundle. */
async function live(command: readonly string[], stdin = ''): Promise<number> {
  const trace = join(cli.home, 'trace.har');
  const { code } = await cli.run([...command, '--trace', trace, '--debug'], { stdin });
  const out = join(cli.home, 'bundle.zip');
  const made = await cli.run(['support', 'bundle', '--out', out, '--yes', '--force']);
  expect(made, made.stderr).toMatchObject({ code: 0 });
  const files = unzipSync(readFileSync(out));
  bundles[command.join(' ')] = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  return code;
}

beforeAll(async () => {
  cli = installedCli(typed.passphrase);
  secrets['home'] = cli.home;
  const folder = join(cli.dataDir, 'sandbox');
  await copySandbox(folder);
  const started = await cli.run(['sandbox', 'start', '--json']);
  expect(started, started.stderr).toMatchObject({ code: 0 });
  const { url } = JSON.parse(started.stdout);
  secrets['control token'] = JSON.parse(readFileSync(join(folder, 'sandbox.json'), 'utf8')).control_token;
  const login = ['--password-stdin', '--server', url, '--profile', PROFILE];
  expect(await live(['login', demo.networkLogin, ...login], `${typed.wrong}\n`)).toBe(4);
  expect(await live(['login', demo.msisdn, ...login], `${demo.password}\n`)).toBe(0);
  expect((await cli.run(['profile', 'use', PROFILE])).code).toBe(0);
  expect(await live(['tariff', 'switch', 'comfort', '--yes'])).toBe(3);
  expect(await live(['tone', 'gift', 'nature-campfire', '--to', demo.friendMsisdn, '--yes'])).toBe(0);
  expect((await cli.run(['sim', 'block', '--reason', 'lost', '--yes'])).code).toBe(0);
  expect(await live(['sim', 'unblock', '--codeword-stdin', '--yes'], `${typed.codeword}\n`)).toBe(3);
  expect((await cli.run(['sandbox', 'stop'])).code).toBe(0);
  renameSync(folder, join(cli.dataDir, 'elsewhere'));
  writeFileSync(folder, 'a file in the place of the folder');
  expect(await live(['sandbox', 'status', '--profile', PROFILE])).toBe(1);
});

afterAll(async () => {
  await cli.run(['sandbox', 'stop']);
  cli.remove();
});

test('the bundles of a life tell what happened', () => {
  expect(Object.keys(bundles)).toHaveLength(6);
  for (const files of Object.values(bundles))
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['doctor.json', 'settings.json', 'trace.har']));
  expect(bundles['tariff switch comfort --yes']?.['trace.har']).toContain('tariff_already_active');
  expect(bundles[`sandbox status --profile ${PROFILE}`]?.['error.json']).toContain('ENOTDIR');
});

test('no byte of them is a password, a token, a codeword, a number, an account or a name', () => {
  const found = Object.entries(bundles).flatMap(([command, files]) =>
    Object.entries(files).flatMap(([name, text]) =>
      secretsIn(text, secrets).map((secret) => `${secret} in ${name} after ${command}`),
    ),
  );
  expect(found).toEqual([]);
});

test('the search would find them', () => {
  const planted = Object.values(secrets).map((secret) => (secret instanceof RegExp ? 'demo' : secret));
  expect(secretsIn(planted.join('\n'), secrets)).toEqual(Object.keys(secrets));
});
