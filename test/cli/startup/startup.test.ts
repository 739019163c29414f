import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { usePeople } from '../../support/people.ts';

const home = mkdtempSync(join(tmpdir(), 'lisa-startup-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Loaded {
  code: number;
  stdout: string;
  /** Files, relative to the package. */
  files: string[];
  /** Packages among them. */
  packages: string[];
  /** Node's own modules. */
  builtins: string[];
}

/** What a run of `program` loads, as Node itself tells. */
async function load(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Loaded> {
  const child = spawn(process.execPath, ['--import', './test/support/list-modules.ts', program, ...args], {
    env: { PATH: process.env['PATH'], HOME: home, NODE_DISABLE_COMPILE_CACHE: '1', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const [stdout, list, [code]] = await Promise.all([
    text(child.stdout as NodeJS.ReadableStream),
    text(child.stdio[3] as NodeJS.ReadableStream),
    once(child, 'exit'),
  ]);
  const lines = list.trimEnd().split('\n');
  const files = lines.flatMap((line) =>
    line.startsWith('file:') ? [relative(resolve(), fileURLToPath(line))] : [],
  );
  const packages = files.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  return {
    code,
    stdout,
    files,
    packages: [...new Set(packages)],
    builtins: lines.flatMap((line) => /^builtin (.+)$/.exec(line)?.[1] ?? []),
  };
}

/** Node's modules that cost a start dearly. (`net` is behind every stdout that is a pipe.) */
const DEAR = ['child_process', 'crypto', 'dns', 'http', 'http2', 'https', 'tls', 'worker_threads', 'zlib'];

describe('the built program', () => {
  test('--version reads two files', async () => {
    const { stdout, files, builtins } = await load('bin/lisa.js', ['--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(files).toEqual(['bin/lisa.js', 'dist/lisa.js']);
    expect(builtins).not.toEqual(expect.arrayContaining(DEAR));
  });

  test.each([['en'], ['ru']])('--help reads the commands and one language: %s', async (lang) => {
    const { stdout, files, builtins } = await load('bin/lisa.js', ['--help'], { LISA_LANG: lang });
    expect(stdout).toContain('lisa demo');
    expect(files).toEqual(['bin/lisa.js', 'dist/lisa.js', 'dist/commands.cjs', `dist/messages-${lang}.cjs`]);
    expect(builtins.filter((name) => DEAR.includes(name))).toEqual([]);
  });
});

describe('the sources', () => {
  test('--version needs no package', async () => {
    expect((await load('bin/main.ts', ['--version'])).packages).toEqual([]);
  });

  test.each([[['--help']], [['tariff', '--help']], [['completion', 'bash']], [['help', 'scripting']]])(
    '%j needs commander and nothing else',
    async (args) => {
      const { code, packages } = await load('bin/main.ts', args);
      expect(code).toBe(0);
      expect(packages).toEqual(['commander']);
    },
  );
});

describe('a balance with LISA_TOKEN', () => {
  const people = usePeople();

  test('loads neither keychain, prompts, settings library, tables nor the server', async () => {
    const { cli } = await people().join();
    const { code, files, builtins } = await load('bin/lisa.js', ['balance', '--json'], cli.env);
    expect(code).toBe(0);
    expect(files.filter((file) => !file.startsWith('dist/messages-')).sort()).toEqual([
      'bin/lisa.js',
      'dist/commands.cjs',
      'dist/lisa.js',
      'dist/packages/typebox-schema.cjs',
      'dist/packages/undici-client.cjs',
    ]);
    expect(
      builtins.filter((name) => ['child_process', 'crypto', 'http', 'http2', 'zlib'].includes(name)),
    ).toEqual([]);
  });
});

test('what every command loads is plain ASCII, which Node reads as one byte a character', () => {
  for (const file of ['dist/lisa.js', 'dist/commands.cjs']) {
    const bytes = readFileSync(file);
    expect(bytes.findIndex((byte) => byte > 0x7f)).toBe(-1);
  }
});
