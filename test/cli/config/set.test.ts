import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Cli, createCli } from '../../support/run-cli.ts';

const PROGRAM = new URL('../../../bin/lisa.js', import.meta.url).pathname;

let cli: Cli;

beforeEach(async () => {
  cli = await createCli();
});
afterEach(() => cli.remove());

test.each([
  ['timeout', 'soon'],
  ['server', 'lisa.example'],
  ['secret-store', 'plain'],
])('set %s %s is refused and writes nothing', async (key, value) => {
  expect((await cli.run(['config', 'set', key, value])).code).toBe(2);
  await expect(readFile(join(cli.configDir, 'config.json'))).rejects.toThrow('ENOENT');
});

test('twenty processes that write at once leave a whole file with all of it', {
  timeout: 120_000,
}, async () => {
  const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
  const env = { PATH: process.env['PATH'], HOME: cli.home, LISA_CONFIG_DIR: cli.configDir };
  await Promise.all(
    names.map((name) => {
      const words = ['config', 'set', 'server', 'http://127.0.0.1:9', '--profile', name];
      return promisify(execFile)(process.execPath, [PROGRAM, ...words], { env });
    }),
  );
  const { profiles } = JSON.parse(await readFile(join(cli.configDir, 'config.json'), 'utf8'));
  expect(Object.keys(profiles).sort()).toEqual([...names].sort());
});
