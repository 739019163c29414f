import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Cli, createCli } from '../../support/run-cli.ts';

const PROGRAM = new URL('../../../bin/main.ts', import.meta.url).pathname;

let cli: Cli;

beforeEach(async () => {
  cli = await createCli();
});
afterEach(() => cli.remove());

describe('lisa config', () => {
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

  test.each([
    ['timeout', '45'],
    ['secret-store', 'file'],
    ['server', 'https://lisa.example'],
  ])('sets %s, and gets it back', async (key, value) => {
    expect((await cli.run(['config', 'set', key, value])).code).toBe(0);
    expect((await cli.run(['config', 'get', key])).stdout).toBe(`${value}\n`);
  });

  test.each([[['get', 'tiemout']], [['set', 'token', 'x']]])(
    '%j is refused with the names that are',
    async (words) => {
      const outcome = await cli.run(['config', ...words]);
      expect(outcome.code).toBe(2);
      expect(outcome.stderr).toContain('profile, server, timeout, secret-store');
    },
  );

  test.each([
    ['timeout', 'soon'],
    ['server', 'lisa.example'],
    ['secret-store', 'plain'],
  ])('set %s %s is refused and writes nothing', async (key, value) => {
    expect((await cli.run(['config', 'set', key, value])).code).toBe(2);
    await expect(readFile(join(cli.configDir, 'config.json'))).rejects.toThrow('ENOENT');
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
});
