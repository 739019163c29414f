import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { control } from '../../support/sandbox.ts';
import { LONG, machineWithSandbox } from '../../support/sandbox-cli.ts';
import { readPiped } from '../../support/shown.ts';

test('a first start makes the sandbox, tells each step and becomes the current profile', {
  timeout: LONG,
}, async () => {
  const { run } = await machineWithSandbox('none');
  const started = await run(['sandbox', 'start', '--json']);
  expect(started).toMatchObject({ code: 0, stderr: expect.stringContaining('Making up subscribers') });
  expectGoldenKeys(started.stdout);
  const sandbox = JSON.parse(started.stdout);
  expect(sandbox).toMatchObject({ state: 'running', already_running: false, profile_is_current: true });
  expect(started.stdout).not.toContain('token');

  const again = JSON.parse((await run(['sandbox', 'start', '--json'])).stdout);
  expect(again).toMatchObject({ already_running: true, pid: sandbox.pid, url: sandbox.url });
  const profiles = await run(['profile', 'list', '--json']);
  expect(JSON.parse(profiles.stdout)).toMatchObject({
    items: [{ name: 'sandbox', server: sandbox.url, current: true }],
  });
});

test('the demo subscriber logs in with what the start says', { timeout: LONG }, async () => {
  const { run } = await machineWithSandbox();
  const started = await run(['sandbox', 'start', '--lang', 'ru']);
  const [, login = '', password = ''] = /lisa login (\d+) \(пароль (\S+)\)/.exec(started.stderr) ?? [];
  const env = { LISA_SERVER: undefined };
  const loggedIn = await run(['login', login, '--password-stdin'], { stdin: `${password}\n`, env });
  expect(loggedIn.code).toBe(0);
  expect(readPiped((await run(['balance'], { env })).stdout)).toMatchObject({ msisdn: login });
});

test('beside another profile the sandbox does not become the current one', { timeout: LONG }, async () => {
  const { run } = await machineWithSandbox();
  const first = await run(['sandbox', 'start', '--json']);
  const { url } = JSON.parse(first.stdout);
  await run(['login', '9001234567', '--password-stdin', '--profile', 'home', '--server', url], {
    stdin: 'Demo-2026\n',
  });
  expect((await run(['profile', 'use', 'home'])).code).toBe(0);
  const again = await run(['sandbox', 'start', '--json']);
  expect(JSON.parse(again.stdout)).toMatchObject({ profile: 'sandbox', profile_is_current: false });
  expect(again.stderr).toContain('--profile sandbox');
});

test('Ctrl-C ends the waiting, and the sandbox goes on without it', { timeout: LONG }, async () => {
  const { run, dataDir } = await machineWithSandbox('none');
  const state = async () => (await control.status(join(dataDir, 'sandbox'))).state;
  const begun = async () => {
    while ((await state()) === 'stopped') await sleep(20);
  };
  const outcome = await run(['sandbox', 'start'], { ctrlC: begun() });
  expect(outcome).toMatchObject({ code: 130, stdout: '' });
  expect(await state()).not.toBe('stopped');
});
