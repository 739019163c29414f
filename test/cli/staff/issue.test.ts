import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { logIn } from '../../support/http.ts';
import { startLossyProxy } from '../../support/lossy-proxy.ts';
import { AS_SCRIPT, CODEWORD_LINE, newOrder, passwordOn, useOffice } from '../../support/office.ts';
import { usePeople } from '../../support/people.ts';
import { createCli } from '../../support/run-cli.ts';
import { stripColor } from '../../support/shown.ts';

const people = usePeople();
const office = useOffice(people);

const script = (wanted?: Record<string, string>) => ['staff', 'issue', ...newOrder(wanted), ...AS_SCRIPT];
const broken = (code: string) =>
  new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });

test('a script issues, and the subscriber logs in with what stands on the slip and is made to change it (R4)', async () => {
  const { run } = await office();
  const issued = await run(script({ msisdn: '+7 902 000-00-01' }), CODEWORD_LINE);
  expect(issued.code).toBe(0);
  expect(Math.max(...issued.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(42);
  expect(issued.stdout).toContain('902 000-00-01');
  expect(issued.stderr).toContain('lisa staff reset');
  const cli = await createCli({ cabinet: people().cabinet });
  const stdin = `${passwordOn(issued)}\n`;
  const login = await cli.run(['login', '9020000001', '--password-stdin'], { stdin });
  expect(login.code).toBe(0);
  expect((await cli.run(['balance'])).stderr).toContain('lisa password change');
  await cli.remove();
});

test('a person is asked for everything, sees a summary, agrees, and gets the slip', async () => {
  const { run } = await office();
  const answers = ['', '', '9020000002', 'anna.two', '', 'Д-77', 'Ковалёва Анна', '', '', '12', '4821'];
  const outcome = await run(['staff', 'issue', '--lang', 'ru'], {
    tty: true,
    answers: [...answers, 'Облако', 'Облако', 'да'],
  });
  const told = stripColor(outcome.stderr);
  expect(outcome.code).toBe(0);
  expect(told).toContain('Нужны последние четыре цифры.');
  expect(told).toMatch(/Владелец +Ковалёва Анна/);
  expect(told).toContain('Завести счёт и выдать пароль?');
  expect(told).not.toMatch(/Облако|Одноразовый пароль/);
  expect(passwordOn(outcome)).not.toBe('');
});

test('what somebody else has is asked for again at once, before the rest is typed', async () => {
  const { msisdn } = await people().join();
  const { run } = await office();
  const answers = ['', '', msisdn, 'anna.three', '', '9020000003', 'Д-78', '\u0003'];
  const outcome = await run(['staff', 'issue'], { tty: true, answers });
  expect(outcome.code).toBe(130);
  const told = stripColor(outcome.stderr);
  expect(told).toContain('Somebody has this already: Number.');
  expect(told.indexOf('already: Number')).toBeLessThan(told.indexOf('Contract number:'));
});

test('nobody is asked twice for the account: «no» does nothing', async () => {
  const { run, json } = await office();
  const outcome = await run(['staff', 'issue', ...newOrder({ msisdn: '9020000004' })], {
    tty: true,
    answers: ['Облако', 'облака', 'Облако', 'Облако', 'n'],
  });
  expect(outcome.code).toBe(1);
  expect(outcome.stdout).toBe('');
  expect(stripColor(outcome.stderr)).toContain('The two are not the same.');
  expect(await json('staff', 'subscriber', 'find', '9020000004')).toMatchObject({ items: [] });
});

test('--dry-run shows what would be issued and never a password; --json keeps its keys', async () => {
  const { run, json } = await office();
  const order = ['staff', 'issue', ...newOrder({ msisdn: '9020000005', account: '700000001' })];
  const tried = await run([...order, '--dry-run']);
  expect(tried.code).toBe(0);
  expect(tried.stdout).not.toMatch(/[a-z]{4}-[a-z]{4}-[a-z]{4}/);
  const preview = await run([...order, '--dry-run', '--json']);
  expectGoldenKeys(preview.stdout);
  expect(JSON.parse(preview.stdout)).toMatchObject({ dry_run: true, one_time_password: null });
  expect(await json('staff', 'subscriber', 'find', '9020000005')).toMatchObject({ items: [] });
  const issued = await run([...order, ...AS_SCRIPT, '--json'], CODEWORD_LINE);
  expectGoldenKeys(issued.stdout);
  const { account_id: msisdn, one_time_password: password } = JSON.parse(issued.stdout);
  expect(msisdn).toBe('700000001');
  await logIn(people().cabinet, { msisdn, password });
});

test('--slip writes a PDF that only its owner reads, beside the text', async () => {
  const { run, cli } = await office();
  const outcome = await run([...script(), '--slip', 'slip.pdf'], CODEWORD_LINE);
  const file = join(cli.home, 'slip.pdf');
  expect(outcome.code).toBe(0);
  expect(passwordOn(outcome)).not.toBe('');
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each([
  ['a folder that does not exist', 'nowhere/slip.pdf'],
  ['a folder', '.'],
  ['a file that exists', 'old.pdf'],
])('%s in the place of the PDF is found out before anything is issued', async (_, slip) => {
  const { run, cli, json } = await office();
  writeFileSync(join(cli.home, 'old.pdf'), 'old');
  const outcome = await run([...script({ msisdn: '9020000006' }), '--slip', slip], CODEWORD_LINE);
  expect([outcome.code, outcome.stdout]).toEqual([1, '']);
  expect(readFileSync(join(cli.home, 'old.pdf'), 'utf8')).toBe('old');
  expect(await json('staff', 'subscriber', 'find', '9020000006')).toMatchObject({ items: [] });
});

test.each([
  ['a printer that went away', 'EPIPE'],
  ['a full disk', 'ENOSPC'],
])('%s: what was done is not taken back, and it says how to issue again', async (_, failure) => {
  const { run } = await office();
  const outcome = await run([...script(), '--lang', 'ru'], { ...CODEWORD_LINE, stdout: broken(failure) });
  expect(outcome.code).toBe(1);
  const account = /lisa staff reset (\d+)/.exec(outcome.stderr)?.[1] ?? '';
  expect(outcome.stderr).toContain('напечатать памятку не удалось');
  const again = await run(
    ['staff', 'reset', account, '--reason', 'памятка потеряна', '--codeword-stdin', '--yes'],
    CODEWORD_LINE,
  );
  expect(again.code).toBe(0);
  await logIn(people().cabinet, { msisdn: account, password: passwordOn(again) });
});

test('an answer that is lost is asked for again with the same keys: one account, and the slip after all', async () => {
  const proxy = await startLossyProxy(people().cabinet.url, ['lose', 'pass']);
  const { run } = await office({}, proxy.url);
  const outcome = await run(script({ msisdn: '9020000007' }), CODEWORD_LINE);
  await proxy.stop();
  expect(outcome.code).toBe(0);
  expect(proxy.sent).toHaveLength(2);
  expect(new Set(proxy.sent.map(({ key }) => key)).size).toBe(1);
  await logIn(people().cabinet, { msisdn: '9020000007', password: passwordOn(outcome) });
});

test('without any answer it is not known whether it was issued: it says where to look', async () => {
  const proxy = await startLossyProxy(people().cabinet.url, ['lose']);
  const { run } = await office({}, proxy.url);
  const outcome = await run([...script({ msisdn: '9020000008' }), '--timeout', '2'], CODEWORD_LINE);
  await proxy.stop();
  expect([outcome.code, outcome.stdout]).toEqual([7, '']);
  expect(outcome.stderr).toContain('lisa staff subscriber show 9020000008');
  expect(outcome.stderr).toContain('lisa staff reset');
});

test('Ctrl-C while the answer is awaited says the same', async () => {
  const proxy = await startLossyProxy(people().cabinet.url, ['hang']);
  const { run } = await office({}, proxy.url);
  const outcome = await run(script({ msisdn: '9020000009' }), { ...CODEWORD_LINE, ctrlC: proxy.reached });
  await proxy.stop();
  expect([outcome.code, outcome.stdout]).toEqual([130, '']);
  expect(outcome.stderr).toContain('lisa staff subscriber show 9020000009');
});

test('the number of an account that exists issues again, after a reason and a check', async () => {
  const { run } = await office();
  const first = await run([...script({ account: '700000002' }), '--json'], CODEWORD_LINE);
  expect(first.code).toBe(0);
  const answers = ['7000 00002', 'забыт пароль', 'y', '', '', '4821'];
  const outcome = await run(['staff', 'issue', '--force'], { tty: true, answers });
  expect(outcome.code).toBe(0);
  expect(stripColor(outcome.stderr)).toContain('exists already: its credentials are issued again');
  await logIn(people().cabinet, { msisdn: '700000002', password: passwordOn(outcome) });
  const old = { msisdn: '700000002', password: JSON.parse(first.stdout).one_time_password };
  await expect(logIn(people().cabinet, old)).rejects.toThrow('wrong_credentials');
});

test('the details of a new line for an account that exists are a mistake, and so is a reason for a new one', async () => {
  const { run } = await office();
  await run(script({ account: '700000003' }), CODEWORD_LINE);
  const both = await run(script({ account: '700000003' }), CODEWORD_LINE);
  expect([both.code, both.stdout]).toEqual([2, '']);
  expect(both.stderr).toContain('lisa staff reset 700000003');
  const reason = await run([...script({ account: '700000004' }), '--reason', 'lost'], CODEWORD_LINE);
  expect([reason.code, reason.stdout]).toEqual([2, '']);
});

test('nobody issues for their own line (R16)', async () => {
  const { run } = await office({ ownLines: ['9020000010'] });
  const outcome = await run(script({ msisdn: '9020000010' }), CODEWORD_LINE);
  expect([outcome.code, outcome.stdout]).toEqual([3, '']);
  expect(outcome.stderr).toContain('a colleague can');
});

test.each([
  ['--region', ['--region', 'Sverdlovsk region'], 0],
  ['an unknown region', ['--region', 'mars'], 3],
  ['an unknown tariff', ['--tariff', 'galaxy'], 3],
  ['a bad login', ['--network-login', 'ab'], 2],
  ['bad digits', ['--last-digits', '12345'], 2],
  ['a bad account', ['--account', '12'], 2],
])('%s', async (_, [flag = '', value = ''], code) => {
  const { run } = await office();
  const outcome = await run(script({ [flag.slice(2)]: value }), CODEWORD_LINE);
  expect(outcome.code).toBe(code);
});

test('without a terminal it names what is missing', async () => {
  const { run } = await office();
  for (const [words, flag] of [
    [['staff', 'issue'], '--region'],
    [['staff', 'issue', ...newOrder()], '--yes'],
    [['staff', 'issue', ...newOrder(), '--yes'], '--codeword-stdin'],
  ] as const) {
    const outcome = await run(words);
    expect([outcome.code, outcome.stdout]).toEqual([5, '']);
    expect(outcome.stderr).toContain(flag);
  }
});

test('a subscriber, and nobody, are told to log in as staff before they are asked anything', async () => {
  const { run } = await people().join();
  const anybody = await createCli({ cabinet: people().cabinet });
  for (const told of [
    await run(['staff', 'issue'], { tty: true, answers: [] }),
    await anybody.run(['staff', 'issue'], { tty: true, answers: [] }),
  ]) {
    expect(told.code).toBe(4);
    expect(told.stderr).toContain('lisa login --staff');
    expect(told.stderr).not.toContain('?');
  }
  await anybody.remove();
});
