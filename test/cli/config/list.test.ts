import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Cli, createCli } from '../../support/run-cli.ts';

let cli: Cli;

beforeEach(async () => {
  cli = await createCli();
});
afterEach(() => cli.remove());

test('lists every setting with where it comes from', async () => {
  await cli.run(['config', 'set', 'timeout', '60']);
  const env = { LISA_SECRET_STORE: 'file' };
  const { stdout } = await cli.run(['config', 'list', '--json', '--server', 'https://lisa.example'], {
    env,
  });
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'config-list/1',
    items: [
      { key: 'profile', value: 'default', origin: 'default' },
      { key: 'server', value: 'https://lisa.example', origin: 'flag', source: '--server' },
      { key: 'timeout', value: '60', origin: 'file', source: join(cli.configDir, 'config.json') },
      { key: 'secret-store', value: 'file', origin: 'environment', source: 'LISA_SECRET_STORE' },
    ],
  });
});

test('a broken file stops commands with its name and line; help and completion go on', async () => {
  const file = join(cli.configDir, 'config.json');
  await mkdir(cli.configDir, { recursive: true });
  await writeFile(file, '{\n  "timeout": 30,\n');
  const outcome = await cli.run(['balance']);
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toContain(file);
  expect(outcome.stderr).toContain('line 3');
  for (const words of [['--help'], ['--version'], ['completion', 'bash'], ['balance', '--help']]) {
    expect((await cli.run(words)).code).toBe(0);
  }
  expect(await readFile(file, 'utf8')).toBe('{\n  "timeout": 30,\n');
});
