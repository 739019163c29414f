import { randomBytes, randomInt } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { digitsOf, TEST_CARDS } from '../../src/acquirer/cards/test-cards.ts';
import { createEncryptedFile } from '../../src/auth/encrypted-file.ts';
import { demo } from '../../src/cabinet/sandbox/credentials.ts';
import { isCardNumber } from '../../src/shared/card-number.ts';
import { postForm } from '../support/acquirer.ts';
import { type InstalledCli, installedCli } from '../support/installed-cli.ts';
import { eventually } from '../support/payments.ts';
import { copySandbox } from '../support/sandbox-cli.ts';
import { filesUnder, searchFiles, secretsIn } from '../support/search.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** What was typed, handed over or made on the way, by what it is; filled while the story runs. */
const secrets: Record<string, string | RegExp> = {};
/** Those that the phones of the sandbox, which are a file in clear, have to hold. */
const codes: Record<string, string | RegExp> = {};
const CODEWORD = demo.codeword;

/** Everything that commands wrote, except what a phone shows of itself. */
const shown: { command: string; text: string }[] = [];

let cli: InstalledCli;
let folder: string;
let checkout: string;

function canary(name: string, secret = `Canary-${randomBytes(9).toString('hex')}-A1`): string {
  secrets[name] = secret;
  return secret;
}

/** A card that was never printed, and that has the right check digit. */
async function newCard(): Promise<string> {
  for (;;) {
    const number = `4${Array.from({ length: 15 }, () => randomInt(10)).join('')}`;
    if (await isCardNumber(number)) return number;
  }
}

function card(name: string, number: string): string {
  const groups = digitsOf(number).match(/\d{4}/g) ?? [];
  for (const [between, separator] of Object.entries({ bare: '', spaces: ' ', dashes: '-', plus: '+' }))
    secrets[`${name} (${between})`] = groups.join(separator);
  return number;
}

/** A command with --debug and a trace of its own; its output and all files are searched in the end. */
async function lisa(args: readonly string[], stdin = '', env: Record<string, string> = {}) {
  const LISA_TRACE = `trace-${shown.length}-${args.join('-').replace(/[^a-z]+/g, '-')}.har`;
  const ended = await cli.run([...args, '--debug'], { stdin, env: { LISA_TRACE, ...env } });
  const command = args.slice(0, 2).join(' ');
  if (!command.startsWith('sandbox phone')) shown.push({ command, text: ended.stdout + ended.stderr });
  return ended;
}

async function succeeds(args: readonly string[], stdin = ''): Promise<void> {
  const { code, stderr } = await lisa(args, stdin);
  expect(code, `${args.join(' ')}: ${stderr}`).toBe(0);
}

async function fails(args: readonly string[], stdin = '', env: Record<string, string> = {}): Promise<void> {
  const { code, stdout } = await lisa(args, stdin, env);
  expect(code, `${args.join(' ')}: ${stdout}`).not.toBe(0);
}

async function json(...args: string[]) {
  const { stdout, stderr } = await lisa([...args, '--json']);
  return stdout === '' ? expect.fail(`${args.join(' ')}: ${stderr}`) : JSON.parse(stdout);
}

async function storedToken(): Promise<string> {
  const store = createEncryptedFile({
    dataDir: cli.dataDir,
    random: { bytes: randomBytes },
    passphrase: async () => String(secrets['passphrase of the store']),
    platform: process.platform,
    processes: { pid: process.pid, isAlive: () => true },
  });
  const { url } = await json('sandbox', 'status');
  const secret = await store.get('sandbox', url);
  return secret?.token ?? expect.fail('no token is stored');
}

/** The newest code for a purpose on a phone. */
async function codeFor(purpose: string, msisdn: string): Promise<string> {
  const { items } = await json('sandbox', 'phone', 'codes', '--number', msisdn);
  return items.find((item: { purpose: string }) => item.purpose === purpose).code;
}

async function logIn(): Promise<void> {
  await fails(['login', demo.msisdn, '--password-stdin'], `${canary('wrong password')}\n`);
  await succeeds(['login', demo.msisdn, '--password-stdin'], `${demo.password}\n`);
  await fails(['password', 'change', '--password-stdin'], `${canary('wrong current')}\n${canary('unset')}\n`);
  const changed = `${demo.password}\n${canary('changed password')}\n`;
  await succeeds(['password', 'change', '--password-stdin', '--json'], changed);
  const token = canary('token of the store', await storedToken());
  expect((await lisa(['balance'], '', { LISA_TOKEN: token })).code).toBe(0);
  await fails(['balance'], '', {
    LISA_TOKEN: canary('token of nobody', `lisa_ses_${randomBytes(32).toString('base64url')}`),
  });
}

async function pay(): Promise<void> {
  const number = card('card of nobody', await newCard());
  await fails(['pay', number]);
  await fails(['pay', `--card=${number}`]);
  await fails(['pay', '300', '--card', number]);
  await fails(['pay', `--${number}`]);
  await fails(['login', number, '--password-stdin'], `${number}\n`);
  await fails(['password', 'change', '--password-stdin'], `${number}\n${number}\n`);
  await fails(['sandbox', 'phone', 'send', number, '--to', '1070']);
  const payment = await json('pay', '300', '--yes', '--no-open', '--no-wait');
  checkout = payment.checkout_url;
  const refused = await postForm(checkout, { number, expiry: '12/40', cvc: '123' });
  expect(refused.status).toBe(422);
  expect(secretsIn(await refused.text(), secrets)).toEqual([]);
  const [visa] = TEST_CARDS.filter(({ brand, behaviour }) => brand === 'visa' && behaviour === 'success');
  const paid = { number: card('card of the payment', visa?.number ?? ''), expiry: '12/40', cvc: '123' };
  expect(secretsIn(await (await postForm(checkout, paid)).text(), secrets)).toEqual([]);
  await eventually(async () => {
    const [{ state }] = (await json('payment', 'list')).items;
    return state === 'captured' ? state : undefined;
  });
}

async function unblock(): Promise<void> {
  await succeeds(['sim', 'block', '--reason', 'lost', '--yes']);
  const unblocking = ['sim', 'unblock', '--codeword-stdin', '--yes'];
  await fails(unblocking, `${canary('wrong codeword')}\n`);
  await fails(unblocking, `${secrets['card of nobody (spaces)']}\n`);
  secrets['codeword'] = CODEWORD;
  await succeeds(unblocking, `${CODEWORD}\n`);
}

async function recover(): Promise<void> {
  await succeeds(['sandbox', 'phone', 'send', '--to', '1070']);
  const oneTime = await codeFor('one_time_password', demo.msisdn);
  codes['one-time password'] = oneTime;
  const recovering = ['password', 'recover', demo.msisdn, '--password-stdin'];
  await fails(recovering, `${canary('wrong one-time password', 'bcdf-ghjk-mnpq')}\n`);
  await succeeds([...recovering, '--json'], `${oneTime}\n${canary('recovered password')}\n`);
  canary('token of the recovery', await storedToken());
  await fails(recovering, `${oneTime}\n`);
  await fails(['login', demo.msisdn, '--password-stdin'], `${oneTime}\n`);
}

async function give(): Promise<void> {
  const { friendMsisdn } = demo;
  for (const [purpose, melody] of [
    ['gift_accept', 'nature-campfire'],
    ['gift_refuse', 'nature-campfire'],
  ] as const) {
    await succeeds(['tone', 'gift', melody, '--to', friendMsisdn, '--yes']);
    const code = await codeFor(purpose, friendMsisdn);
    codes[purpose] = new RegExp(`(?<!\\d)${code}(?!\\d)`);
    const answer = ['sandbox', 'phone', 'send', code, '--to', '1071', '--number', friendMsisdn];
    await succeeds(answer);
    await succeeds(answer);
  }
}

async function look(): Promise<void> {
  for (const command of ['balance', 'account show', 'detail list', 'payment list', 'tone gifts', 'status'])
    await succeeds(command.split(' '));
  await succeeds(['detail', 'export', '--out', 'detail.csv']);
}

/** Every row of every table, as text; read from a copy, because opening a database changes its files. */
async function rowsOf(database: string, dataDir: string): Promise<string[]> {
  cpSync(database, dataDir, { recursive: true });
  const pglite = await PGlite.create({ dataDir });
  const { rows: tables } = await pglite.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await pglite.query<{ row: string }>(`select '${name} ' || t::text as row from ${name} t`);
    for (const { row } of found.rows) rows.push(row);
  }
  await pglite.close();
  return rows;
}

describe('after a life with every kind of secret', () => {
  let files: string[];

  beforeAll(async () => {
    cli = installedCli(canary('passphrase of the store'));
    folder = join(cli.dataDir, 'sandbox');
    await copySandbox(folder);
    // It tells the password of the sandbox, which is no secret.
    expect((await cli.run(['sandbox', 'start', '--debug'])).code).toBe(0);
    await logIn();
    await pay();
    await unblock();
    await recover();
    await give();
    await look();
    await succeeds(['logout']);
    expect((await cli.run(['sandbox', 'stop'])).code).toBe(0);
    files = filesUnder(cli.home);
  });

  afterAll(async () => {
    await cli.run(['sandbox', 'stop']);
    cli.remove();
  });

  test('no byte of any file holds a password, a codeword, a token or a card', () => {
    expect(files.length).toBeGreaterThan(100);
    const { codeword: _, ...others } = secrets;
    expect(searchFiles(files, others)).toEqual([]);
    // The cache of compiled code holds the program, and the program the codeword of its sandbox.
    const kept = files.filter((path) => !path.startsWith(join(cli.home, '.cache')));
    expect(searchFiles(kept, { CODEWORD })).toEqual([]);
  });

  test('one-time passwords and the codes of gifts lie on the phones, and in no log and no other file', () => {
    const [phones, others] = [join(folder, 'phones.json'), files.filter((path) => !path.startsWith(folder))];
    expect(searchFiles([phones], codes)).toHaveLength(3);
    const ofSandbox = files.filter((path) => path.startsWith(folder) && !path.startsWith(join(folder, 'db')));
    expect(searchFiles([...others, ...ofSandbox.filter((path) => path !== phones)], codes)).toEqual([]);
  });

  test('no row of the database holds a secret, and no message in it is still in clear', async () => {
    const rows = await rowsOf(join(folder, 'db'), join(cli.home, 'copy'));
    const messages = rows.filter((row) => row.includes('Одноразовый пароль'));
    expect(messages).toHaveLength(1);
    const theirs = { ...secrets, 'one-time password': codes['one-time password'] ?? '' };
    expect(secretsIn(rows.join('\n'), theirs)).toEqual([]);
    const sms = rows.filter((row) => /^\S*sms_/.test(row));
    expect(secretsIn(sms.join('\n'), codes)).toEqual([]);
  });

  test('no command has shown any of it, with --debug and in what it refused', () => {
    expect(shown.length).toBeGreaterThan(25);
    expect(shown.some(({ text }) => text.includes('POST /v1/sessions'))).toBe(true);
    const found = shown.flatMap(({ command, text }) =>
      secretsIn(text, { ...secrets, ...codes }).map((name) => `${name} by ${command}`),
    );
    expect(found).toEqual([]);
  });

  test('no trace tells a number, an account or a name besides', () => {
    const traces = files.filter((path) => path.endsWith('.har'));
    expect(traces.length).toBeGreaterThan(25);
    const persons = {
      number: demo.msisdn,
      friend: demo.friendMsisdn,
      account: demo.accountNumber,
      name: 'Ковал',
      'any number': /(?<![\d.])9\d{9}(?!\d)/,
      checkout: checkout.split('/').at(-1) ?? '',
    };
    expect(searchFiles(traces, persons)).toEqual([]);
    expect(searchFiles(files, { number: demo.msisdn })).not.toEqual([]);
    for (const told of ['msisdn-1', 'account-1', '"[redacted string]', 'codeword_wrong', 'createGift'])
      expect([told, searchFiles(traces, { told })]).not.toEqual([told, []]);
  });

  test('the keys of the sandbox lie in the file of each, and in no log', () => {
    const { key } = JSON.parse(readFileSync(join(folder, 'acquirer.json'), 'utf8'));
    const logs = files.filter((path) => path.endsWith('.log'));
    expect(logs).toHaveLength(2);
    expect(searchFiles(logs, { key, checkout: checkout.split('/').at(-1) ?? '' })).toEqual([]);
    expect(searchFiles(files, { key })).toHaveLength(1);
  });

  test('the search finds what is there', () => {
    const planted = join(cli.home, 'planted');
    mkdirSync(planted);
    const names = Object.keys(secrets);
    const all = Object.values(secrets).map(String);
    writeFileSync(join(planted, 'plain'), Buffer.concat([randomBytes(5_000), Buffer.from(all.join('\0'))]));
    writeFileSync(join(planted, 'wide'), Buffer.from(all.join('\0'), 'utf16le'));
    writeFileSync(join(planted, 'base64'), Buffer.from(`x${all.join('\0')}`).toString('base64'));
    for (const path of filesUnder(planted))
      expect(searchFiles([path], secrets)).toEqual(names.map((name) => `${name} in ${path}`));
    // What lies in the pages of the database is found in them.
    const database = filesUnder(join(folder, 'db'));
    expect(searchFiles(database, { checkout: checkout.split('/').at(-1) ?? '' })).not.toEqual([]);
  });
});
