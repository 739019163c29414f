import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LONG, machineWithSandbox } from '../../support/sandbox-cli.ts';

/** The command lines that a demo printed. */
function commandsOf(stdout: string): string[] {
  return stdout.split('\n').flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : []));
}

test('shows every command with its real output, in a pipe, and can run again', {
  timeout: LONG,
}, async () => {
  const cli = await machineWithSandbox();
  const first = await cli.run(['demo']);
  expect(first.code, first.stderr).toBe(0);
  const commands = commandsOf(first.stdout);
  expect(
    commands.map((line) =>
      line
        .replace(/^echo \S+ \| /, '')
        .split(' ')
        .slice(0, 3)
        .join(' '),
    ),
  ).toEqual([
    'lisa sandbox start',
    'lisa login 9001234567',
    'lisa balance',
    'lisa detail export',
    'lisa tariff switch',
    'lisa tone gift',
    'lisa sim block',
    'lisa sim unblock',
    'lisa logout',
  ]);
  expect(first.stdout).toMatch(/\nbalance\t\d+\.\d\d\n/);
  expect(first.stdout).not.toContain('\u001b');
  expect(first.stdout).toContain('lisa sandbox clock advance 30d');

  const file = /--out (\S+\.csv)/.exec(first.stdout)?.[1] ?? '';
  const [head, ...rows] = readFileSync(join(cli.home, file), 'utf8').trimEnd().split('\r\n');
  expect(head).toContain('start,type,direction');
  const records = Number(/(\d+) records/.exec(first.stderr)?.[1]);
  expect(rows).toHaveLength(records);

  const second = await cli.run(['demo', '--lang', 'ru']);
  expect(second.code, second.stderr).toBe(0);
  expect(second.stdout).toContain('--force');
  expect(second.stdout).not.toContain(commands.find((line) => line.includes('tone gift')) ?? '');
});

test('leaves the session of the person and the keychain alone', { timeout: LONG }, async () => {
  const { run, secrets } = await machineWithSandbox();
  const { url } = JSON.parse((await run(['sandbox', 'start', '--json'])).stdout);
  await run(['login', '9001234567', '--password-stdin'], { stdin: 'Demo-2026\n' });
  const before = await secrets.get('sandbox', url);
  expect(before?.token).toBeDefined();
  expect((await run(['demo'])).code).toBe(0);
  expect(await secrets.get('sandbox', url)).toEqual(before);
  expect((await run(['balance'])).code).toBe(0);
});

test('a LISA_TOKEN of the person is not used', { timeout: LONG }, async () => {
  const { run } = await machineWithSandbox();
  const shown = await run(['demo'], { env: { LISA_TOKEN: 'worthless' } });
  expect(shown.code, shown.stderr).toBe(0);
});
