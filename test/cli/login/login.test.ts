import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';

const people = usePeople();
const machine = useMachines(people);

async function everyFile(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))).join(
    '\n',
  );
}

describe('lisa login', () => {
  test('takes the number as people write it, the account number and the network login', async () => {
    const { run, subscriber } = await machine({
      accountId: 100_000_777_001n,
      msisdn: '9001234567',
      networkLogin: 'anna.i',
    });
    for (const login of ['8-900-123-45-67', '+7 900 123 45 67', '100000777001', 'anna.i', 'ANNA.I']) {
      const stdin = `${subscriber.password}\n`;
      const outcome = await run(['login', login, '--password-stdin', '--json'], { stdin });
      expect(JSON.parse(outcome.stdout)).toMatchObject({ schema: 'login/1', msisdn: '9001234567' });
      const balance = await run(['balance', '--json']);
      expect(JSON.parse(balance.stdout)).toMatchObject({ account_id: '100000777001' });
    }
  });

  test('asks for login and password on a terminal and never shows the password', async () => {
    const { run, subscriber } = await machine();
    const answers = [subscriber.msisdn, subscriber.password];
    const outcome = await run(['login'], { tty: true, answers });
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('Ends unused at');
    expect(outcome.stdout + outcome.stderr).not.toContain(subscriber.password);
  });

  test('asks for the cabinet when none is known, and remembers it', async () => {
    const { run, subscriber } = await machine({}, { env: { LISA_SERVER: undefined } });
    const { url } = people().cabinet;
    const answers = [url, subscriber.msisdn, subscriber.password];
    expect((await run(['login', '--profile', 'home'], { tty: true, answers })).code).toBe(0);
    expect((await run(['config', 'get', 'server'])).stdout).toBe(`${url}\n`);
    expect((await run(['balance'])).code).toBe(0);
  });

  test('leaves neither token, password nor full number in a file', async () => {
    const { logIn, cli, subscriber } = await machine();
    await logIn();
    const secret = await cli.secrets.get('default', people().cabinet.url);
    const written = await everyFile(cli.home);
    expect(written).toContain('"created_at"');
    expect(secret?.token).toMatch(/.{40}/);
    for (const text of [secret?.token ?? '', subscriber.password, subscriber.msisdn]) {
      expect(written).not.toContain(text);
    }
  });

  test('refuses a wrong password with exit code 4 and keeps nothing', async () => {
    const { run, subscriber, cli } = await machine();
    const outcome = await run(['login', subscriber.msisdn, '--password-stdin'], { stdin: 'Wrong-1234\n' });
    expect(outcome.code).toBe(4);
    expect(outcome.stderr).toContain('wrong');
    expect(await cli.secrets.get('default', people().cabinet.url)).toBeUndefined();
    expect((await run(['profile', 'list'])).stdout).toBe('');
  });

  test.each([[['login']], [['login', '9001234567']], [['login', '9001234567', '--no-input']]])(
    '%j without a terminal names what would have answered',
    async (args) => {
      const { run } = await machine();
      const outcome = await run(args);
      expect(outcome.code).toBe(5);
      expect(outcome.stdout).toBe('');
      expect(outcome.stderr).toMatch(/LOGIN|--password-stdin/);
    },
  );

  test('is refused while LISA_TOKEN would beat it', async () => {
    const { run, subscriber } = await machine();
    const env = { LISA_TOKEN: 'something' };
    const stdin = `${subscriber.password}\n`;
    const outcome = await run(['login', subscriber.msisdn, '--password-stdin'], { env, stdin });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('LISA_TOKEN');
  });

  test('says that the password has to be changed first', async () => {
    const { logIn, run } = await machine({ changeRequired: true });
    const outcome = await logIn();
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toContain('lisa password change');
    const balance = await run(['balance']);
    expect(balance.code).toBe(4);
    expect(balance.stderr).toContain('lisa password change');
  });

  test('ends at Ctrl-D and at Ctrl-C without a word of code', async () => {
    const { run } = await machine();
    const ended = await run(['login', '9001234567'], { tty: true, answers: [] });
    expect(ended.code).toBe(5);
    const ctrlC = new Promise((resolve) => setTimeout(resolve, 50));
    const interrupted = await run(['login'], { tty: true, answers: ['\u0003'], ctrlC });
    expect(interrupted.code).toBe(130);
    expect(interrupted.stderr + ended.stderr).not.toContain('at ');
  });

  test('shows the questions on stderr without colour under NO_COLOR', async () => {
    const { run, subscriber } = await machine();
    const answers = [subscriber.msisdn, subscriber.password];
    const outcome = await run(['login'], { tty: true, pipe: true, answers, env: { NO_COLOR: '1' } });
    expect(outcome.stdout).not.toContain('Password');
    expect(outcome.stderr).toContain('Password');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is looked for
    expect(outcome.stderr).not.toMatch(/\u001b\[\d*(;\d+)*m/);
  });
});

describe('a session in an encrypted file', () => {
  const env = { LISA_SECRET_STORE: 'file', LISA_STORE_PASSPHRASE: 'correct horse' };

  test('is kept where login says, works with the passphrase and not without', async () => {
    const { run, logIn, cli } = await machine({}, { env, store: 'configured' });
    const login = await logIn();
    expect(login.stderr).toContain(join(cli.dataDir, 'credentials', 'default.json'));
    expect((await run(['balance'])).code).toBe(0);
    const status = await run(['status', '--json'], { env: { LISA_STORE_PASSPHRASE: undefined } });
    expect(JSON.parse(status.stdout)).toMatchObject({
      credential_place: join(cli.dataDir, 'credentials', 'default.json'),
    });
    const silent = await run(['balance'], { env: { LISA_STORE_PASSPHRASE: undefined } });
    expect(silent.code).toBe(5);
    expect(silent.stderr).toContain('LISA_STORE_PASSPHRASE');
    const wrong = await run(['balance'], { env: { LISA_STORE_PASSPHRASE: 'wrong' } });
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('passphrase');
    expect((await run(['logout'], { env: { LISA_STORE_PASSPHRASE: undefined } })).code).toBe(0);
    expect((await run(['balance'])).code).toBe(4);
  });
});
