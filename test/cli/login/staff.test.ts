import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOfShown, invite, useDesks } from '../../support/desk.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { ask } from '../../support/http.ts';
import { startLossyProxy } from '../../support/lossy-proxy.ts';
import { useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';
import { createCli } from '../../support/run-cli.ts';
import { readShown, stripColor } from '../../support/shown.ts';
import { STAFF_PASSWORD } from '../../support/staff.ts';

const people = usePeople();
const desk = useDesks(people);
const machine = useMachines(people);
const CHOSEN = 'Chosen-By-Me-1';

async function everyFile(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
  return (await Promise.all(read)).join('\n');
}

describe('lisa login --staff', () => {
  test('asks for login, password and code, and keeps a session that knows whose it is', async () => {
    const { run, login, code, cli } = await desk({ role: 'support', office: 'Омск' });
    const typed = code().replace(/(...)/, '$1 ');
    const answers = [login, STAFF_PASSWORD, '12345', typed];
    const outcome = await run(['login', '--staff', '--lang', 'ru'], { tty: true, answers });
    expect(outcome.code).toBe(0);
    expect(readShown(outcome.stdout)).toMatchObject({ Логин: login, Роль: 'поддержка', Офис: 'Омск' });
    expect(stripColor(outcome.stderr)).toContain('В одноразовом коде шесть цифр.');
    expect(outcome.stderr).toContain('lisa staff subscriber find');
    const { token = '' } = (await cli.secrets.get('default', people().cabinet.url)) ?? {};
    expect(token).toMatch(/^lisa_stf_/);
    const written = await everyFile(cli.home);
    expect(written).toContain('"role": "support"');
    for (const secret of [token, STAFF_PASSWORD]) expect(written + outcome.stderr).not.toContain(secret);
  });

  test('reads password and code from two lines; --json keeps its keys', async () => {
    const { logIn, login, run } = await desk();
    const outcome = await logIn('--json');
    expectGoldenKeys(outcome.stdout);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ login, role: 'issuer' });
    const status = JSON.parse((await run(['status', '--json'])).stdout);
    expect(status).toMatchObject({ state: 'active', account: login, role: 'issuer' });
  });

  test('says nothing of an SMS when something is wrong, and never what it was', async () => {
    const { run, login, code } = await desk();
    const tell = async (name: string, password: string, typed: string) => {
      const words = ['login', '--staff', name, '--password-stdin'];
      const { code: exit, stderr } = await run(words, { stdin: `${password}\n${typed}\n` });
      return { exit, stderr: stderr.replace(/Request id.*/, '') };
    };
    const wrong = await tell(login, 'Wrong-1234', code());
    expect(wrong.exit).toBe(4);
    expect(wrong.stderr).toContain('An administrator can');
    expect(wrong.stderr).not.toMatch(/1070|recover/);
    expect(await tell(login, STAFF_PASSWORD, '000000')).toEqual(wrong);
    expect(await tell('nobody.here', STAFF_PASSWORD, code())).toEqual(wrong);
    for (let tries = 0; tries < 4; tries += 1) await tell(login, 'Wrong-1234', code());
    const locked = await tell(login, STAFF_PASSWORD, code());
    expect(locked.stderr).toMatch(/Try again in 1\d min\./);
    expect(locked.stderr).not.toMatch(/1070|recover/);
  });

  test('takes the place of a subscriber, and a subscriber takes its place', async () => {
    const { run, logIn } = await desk({ role: 'support' });
    const { subscriber } = await machine();
    const asSubscriber = () =>
      run(['login', subscriber.msisdn, '--password-stdin'], { stdin: `${subscriber.password}\n` });
    await asSubscriber();
    expect((await run(['balance'])).code).toBe(0);
    await logIn();
    expect((await run(['balance'])).code).toBe(3);
    expect((await run(['staff', 'subscriber', 'find', 'anybody'])).code).toBe(0);
    await asSubscriber();
    expect((await run(['balance'])).code).toBe(0);
    const staff = await run(['staff', 'subscriber', 'find', 'anybody']);
    expect([staff.code, staff.stderr]).toEqual([4, expect.stringContaining('lisa login --staff')]);
  });

  test('without a terminal it names what would have answered', async () => {
    const { run, login } = await desk();
    expect((await run(['login', '--staff'])).stderr).toContain('LOGIN');
    expect((await run(['login', '--staff', login])).stderr).toContain('--password-stdin');
  });
});

describe('the first login of a member', () => {
  const begin = async () => {
    const { login, password } = await invite(people());
    const cli = await createCli({ cabinet: people().cabinet });
    return { cli, login, password, words: ['login', '--staff', login] };
  };
  const code = (shown: string) => codeOfShown(shown, people().cabinet.clock.now());

  test('goes on at once: a password, the key for the authenticator, a code of it, and the member is in', async () => {
    const { cli, words, password } = await begin();
    const answers = [password, '', 'weak', 'weak', code, CHOSEN, 'Typo', CHOSEN, CHOSEN, '111111', code];
    const outcome = await cli.run([...words, '--lang', 'ru'], { tty: true, answers });
    const told = stripColor(outcome.stderr);
    expect(outcome.code).toBe(0);
    expect(told).toContain('Код неверный или уже использован.');
    expect(told).toContain('Новый пароль слишком слаб');
    expect(told).not.toContain(CHOSEN);
    expect(outcome.stdout).not.toContain('secret');
    expect((await cli.run(['staff', 'subscriber', 'find', 'anybody'])).code).toBe(0);
    const first = await cli.run([...words, '--password-stdin'], { stdin: `${password}\n` });
    expect(first.code).toBe(4);
    await cli.remove();
  });

  test('draws a QR code where the terminal can show one', async () => {
    const { cli, words, password } = await begin();
    const outcome = await cli.run(words, {
      tty: true,
      answers: [password, '', CHOSEN, CHOSEN, '\u0003'],
      env: { LANG: 'en_GB.UTF-8' },
    });
    expect(stripColor(outcome.stderr)).toContain('█▀▀▀▀▀█');
    await cli.remove();
  });

  test.each([
    ['the new password', ['\u0003']],
    ['the code', [CHOSEN, CHOSEN, '\u0003']],
  ])('left by Ctrl-C at %s, nothing is set up: the same first password works again', async (_, typed) => {
    const { cli, words, password } = await begin();
    const left = await cli.run(words, { tty: true, answers: [password, '', ...typed] });
    expect(left.code).toBe(130);
    expect(left.stderr).toContain('Nothing is set up yet.');
    expect((await cli.run(['status', '--json'])).stdout).toContain('"never_logged_in"');
    const again = await cli.run(words, { tty: true, answers: [password, '', CHOSEN, CHOSEN, code] });
    expect(again.code).toBe(0);
    await cli.remove();
  });

  test('needs a terminal; a script that tried it has done no harm', async () => {
    const { cli, words, password } = await begin();
    const script = await cli.run([...words, '--password-stdin'], { stdin: `${password}\n` });
    expect([script.code, script.stdout]).toEqual([5, '']);
    expect(script.stderr).toContain('needs a terminal');
    const person = await cli.run(words, { tty: true, answers: [password, '', CHOSEN, CHOSEN, code] });
    expect(person.code).toBe(0);
    await cli.remove();
  });

  test('an answer that is lost leaves it open whether it is done, and it says what to try', async () => {
    const { login, password } = await invite(people());
    const proxy = await startLossyProxy(people().cabinet.url, ['pass', 'lose']);
    const cli = await createCli({ cabinet: { url: proxy.url, clock: people().cabinet.clock } });
    const answers = [password, '', CHOSEN, CHOSEN, code];
    const outcome = await cli.run(['login', '--staff', login], { tty: true, answers });
    await proxy.stop();
    expect(outcome.code).toBe(7);
    expect(outcome.stderr).toContain('Try the new password');
    await cli.remove();
  });
});

describe('lisa logout of a member', () => {
  test('ends the session in the cabinet, too', async () => {
    const { run, logIn, cli } = await desk();
    await logIn();
    const { token = '' } = (await cli.secrets.get('default', people().cabinet.url)) ?? {};
    const session = () => ask(people().cabinet, '/v1/staff/sessions/current', { token });
    expect((await session()).status).toBe(200);
    expect(JSON.parse((await run(['logout', '--json'])).stdout)).toMatchObject({ outcome: 'ended' });
    expect((await session()).status).toBe(401);
    const after = await run(['staff', 'subscriber', 'find', 'anybody']);
    expect([after.code, after.stderr]).toEqual([4, expect.stringContaining('lisa login --staff')]);
  });
});
