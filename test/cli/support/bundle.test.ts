import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { type Cli, createCli } from '../../support/run-cli.ts';
import { control } from '../../support/sandbox.ts';

const NAMES = ['versions.json', 'doctor.json', 'settings.json'];

async function machine(): Promise<Cli> {
  const cli = await createCli({ sandbox: async () => control });
  onTestFinished(() => cli.remove());
  return cli;
}

async function unzipped(path: string): Promise<Record<string, string>> {
  const files = unzipSync(await readFile(path));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('what support needs comes into one file, for its owner alone', async () => {
  const cli = await machine();
  const args = ['support', 'bundle', '--out', 'bundle.zip', '--yes', '--timeout', '7'];
  const { code, stdout, stderr } = await cli.run(args);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('bundle.zip');
  const path = join(cli.home, 'bundle.zip');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const files = await unzipped(path);
  expect(Object.keys(files)).toEqual(NAMES);
  expect(JSON.parse(files['versions.json'] ?? '')).toMatchObject({ node: process.versions.node });
  const doctor = JSON.parse(files['doctor.json'] ?? '');
  expect(doctor.items.map(({ check }: { check: string }) => check)).toContain('session');
  expect(JSON.parse(files['settings.json'] ?? '').settings).toContainEqual({
    key: 'timeout',
    value: '7',
    origin: 'flag',
    source: '--timeout',
  });
  expect(JSON.parse(files['settings.json'] ?? '').variables_set).toContain('LISA_DATA_DIR');
});

test('a file that is there is replaced with --force only', async () => {
  const cli = await machine();
  const path = join(cli.home, 'bundle.zip');
  await writeFile(path, 'mine');
  const args = ['support', 'bundle', '--out', 'bundle.zip', '--yes'];
  const refused = await cli.run(args);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('--force');
  expect(await readFile(path, 'utf8')).toBe('mine');
  expect((await cli.run([...args, '--force'])).code).toBe(0);
  expect(Object.keys(await unzipped(path))).toEqual(NAMES);
});

test('without a terminal and without --yes it exits 5 and writes nothing', async () => {
  const cli = await machine();
  const { code, stderr } = await cli.run(['support', 'bundle', '--out', 'bundle.zip']);
  expect(code).toBe(5);
  expect(stderr).toContain('--yes');
  expect(await readdir(cli.home)).toEqual([]);
});

test('on a terminal all of it is shown before the question, and what was shown is what is written', async () => {
  const cli = await machine();
  const args = ['support', 'bundle', '--out', 'bundle.zip', '--lang', 'ru'];
  const declined = await cli.run(args, { tty: true, answers: ['нет\r'] });
  expect(declined.code).toBe(1);
  expect(await readdir(cli.home)).not.toContain('bundle.zip');
  const { code, stderr } = await cli.run(args, { tty: true, answers: ['да\r'] });
  expect(code).toBe(0);
  for (const [name, text] of Object.entries(await unzipped(join(cli.home, 'bundle.zip')))) {
    expect(stderr).toContain(`── ${name} ──`);
    const lines = text.split('\n').filter((line) => !line.includes('made_at'));
    for (const line of lines) expect(stderr).toContain(line);
  }
  expect(stderr.indexOf('Записать всё это в bundle.zip?')).toBeGreaterThan(stderr.indexOf('settings.json'));
});

test('--dry-run shows all of it and writes nothing', async () => {
  const cli = await machine();
  const { code, stdout } = await cli.run(['support', 'bundle', '--dry-run']);
  expect(code).toBe(0);
  for (const name of NAMES) expect(stdout).toContain(`── ${name} ──`);
  expect(stdout).toContain('"schema": "bundle-settings/1"');
  const json = await cli.run(['support', 'bundle', '--dry-run', '--json']);
  expectGoldenKeys(json.stdout);
  expect(JSON.parse(json.stdout)).toMatchObject({ dry_run: true, file: null });
  const written = await cli.run(['support', 'bundle', '--yes', '--json']);
  expectGoldenKeys(written.stdout);
  const { file, bytes } = JSON.parse(written.stdout);
  expect(file).toMatch(/lisa-support-2026-03-05\.zip$/);
  expect((await stat(file)).size).toBe(bytes);
});

test('the newest error report is in it', async () => {
  const cli = await machine();
  await mkdir(cli.dataDir, { recursive: true });
  await writeFile(join(cli.dataDir, 'sandbox'), 'not a folder');
  expect((await cli.run(['sandbox', 'status'])).code).toBe(1);
  await cli.run(['support', 'bundle', '--out', 'bundle.zip', '--yes']);
  const { 'error.json': report = '' } = await unzipped(join(cli.home, 'bundle.zip'));
  expect(JSON.parse(report)).toMatchObject({ schema: 'error-report/1', command: 'sandbox status' });
});

test('a file that is no trace is not attached', async () => {
  const cli = await machine();
  await writeFile(join(cli.home, 'foreign.har'), JSON.stringify({ log: { creator: { name: 'browser' } } }));
  const attach = (file: string) =>
    cli.run(['support', 'bundle', '--attach', file, '--yes', '--out', 'bundle.zip', '--json']);
  for (const file of ['foreign.har', 'missing.har']) {
    const { code, stderr } = await attach(file);
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'bad_trace', hint: expect.stringContaining('--trace') });
  }
  expect(await readdir(cli.home)).not.toContain('bundle.zip');
});
