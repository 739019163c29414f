import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnosisOf } from '../../support/doctor.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { startHostile, tricks } from '../../support/hostile-server.ts';
import { type Machine, useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { control } from '../../support/sandbox.ts';

const people = usePeople();
const machine = useMachines(people);

/** The cabinet's own clock stands still, and what its replies say of the time is so. */
const today = { clock: { now: () => new Date() }, sandbox: async () => control };

async function examine({ run }: Machine, env = {}) {
  return diagnosisOf(await run(['doctor', '--json'], { env }));
}

test('a machine that is well', async () => {
  const person = await machine({}, today);
  await person.logIn();
  const found = await examine(person);
  expect(found.code).toBe(0);
  for (const check of ['node', 'config', 'secret_store', 'connection', 'session', 'terminal']) {
    expect(found.of(check)).toMatchObject({ level: 'ok', fix: null });
  }
  expectGoldenKeys((await person.run(['doctor', '--json'])).stdout);
});

test('what a program reads is the same in every locale; a person on a terminal reads their own language', async () => {
  const person = await machine({}, today);
  await person.logIn();
  await expectSameBytes(person.run, ['doctor']);
  const { stdout } = await person.run(['doctor'], { tty: true, env: { LISA_LANG: 'ru' } });
  expect(stdout).toContain('ширина 100');
});

test('a settings file that is broken is the problem, with its name', async () => {
  const person = await machine();
  await mkdir(person.cli.configDir, { recursive: true });
  await writeFile(join(person.cli.configDir, 'config.json'), '{');
  const found = await examine(person);
  expect(found.code).toBe(1);
  expect(found.of('config')).toMatchObject({ level: 'problem' });
  expect(found.of('config')?.detail).toContain(person.cli.configDir);
});

test.each([
  ['http://127.0.0.1:1', 'connection'],
  ['https://lisa.invalid', 'name'],
  ['http://lisa.example', 'name'],
])('%s is a problem of the %s', async (server, check) => {
  const found = await examine(await machine(), { LISA_SERVER: server });
  expect(found.code).toBe(1);
  expect(found.of(check)?.level ?? found.of('connection')?.level).toBe('problem');
});

test('a clock that is wrong is a problem, and so is something else than a cabinet', async () => {
  const other = await startHostile((_request, response) => {
    response.setHeader('date', 'Thu, 05 Mar 2020 09:00:00 GMT');
    response.writeHead(404).end();
  });
  const found = await examine(await machine(), { LISA_SERVER: other.url });
  await other.close();
  expect(found.of('clock')).toMatchObject({ level: 'problem', code: 'clock_ahead' });
  expect(found.of('connection')).toMatchObject({ level: 'problem' });
});

test('a sandbox that does not answer is started by a command that is named', async () => {
  const person = await machine();
  const { code, stderr } = await person.run(['balance'], {
    env: { LISA_SERVER: 'http://127.0.0.1:1', LISA_TOKEN: 'lisa_ses_x' },
  });
  expect(code).toBe(7);
  expect(stderr).toContain('lisa sandbox start');
});

test('nobody logged in is a note, not a problem', async () => {
  const found = await examine(await machine());
  expect(found.of('session')).toMatchObject({ level: 'warn', fix: 'Log in with: lisa login' });
});

test('the password of a proxy is not shown', async () => {
  const env = { LISA_SERVER: 'https://lisa.example', HTTPS_PROXY: 'http://user:hunter2@127.0.0.1:1' };
  const { stdout, stderr } = await (await machine()).run(['doctor', '--json'], { env });
  expect(stdout).toContain('127.0.0.1:1');
  expect(stdout + stderr).not.toContain('hunter2');
});

test.each([
  [{ LANG: 'ru_RU.UTF-8' }, 'ok', 'locale'],
  [{ LC_ALL: 'C', LANG: 'ru_RU.UTF-8' }, 'warn', 'locale_narrow'],
  [{ LC_CTYPE: 'ru_RU.KOI8-R', LANG: 'ru_RU.UTF-8' }, 'warn', 'locale_narrow'],
  [{}, 'warn', 'locale_unset'],
])('the locale of a terminal %o is judged %s', async (env, level, code) => {
  const { run } = await machine();
  const found = diagnosisOf(await run(['doctor', '--json'], { tty: true, env: { ...env, LISA_LANG: 'en' } }));
  if (process.platform !== 'win32') expect(found.of('locale')).toMatchObject({ level, code });
});

test('a server that says nothing does not keep it waiting', async () => {
  const silent = await startHostile(tricks.silence());
  const found = await examine(await machine(), { LISA_SERVER: silent.url });
  await silent.close();
  expect(found.of('connection')).toMatchObject({ level: 'problem', code: 'transport_timeout' });
});
