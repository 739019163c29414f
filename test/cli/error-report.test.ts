import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startHostile, tricks } from '../support/hostile-server.ts';
import { installedCli } from '../support/installed-cli.ts';
import { type Cli, createCli } from '../support/run-cli.ts';
import { control } from '../support/sandbox.ts';
import { secretsIn } from '../support/search.ts';

const TYPED = {
  profile: 'Ivan-Petrov',
  token: 'lisa_ses_Zm9vYmFyYmF6cXV4Zm9vYmFy',
  passphrase: 'three Foxes 3',
};
const ENV = { LISA_TOKEN: TYPED.token, LISA_STORE_PASSPHRASE: TYPED.passphrase };
const ARGS = ['sandbox', 'status', '--profile', TYPED.profile];

/** A machine on which a file lies where the sandbox keeps its folder, which no command reckons with. */
async function brokenMachine(): Promise<Cli> {
  const cli = await createCli({ sandbox: async () => control, env: ENV });
  onTestFinished(() => cli.remove());
  await mkdir(cli.dataDir, { recursive: true });
  await writeFile(join(cli.dataDir, 'sandbox'), 'not a folder');
  return cli;
}

const reportsOf = async ({ dataDir }: Cli) => (await readdir(join(dataDir, 'reports'))).sort();

test('a defect is told in one line, with where its report went and what to do with it', async () => {
  const cli = await brokenMachine();
  const { code, stdout, stderr } = await cli.run(ARGS);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const [name = ''] = await reportsOf(cli);
  const path = join(cli.dataDir, 'reports', name);
  expect(stderr.split('\n')).toEqual([
    expect.stringMatching(/^✗ Something unexpected happened: ENOTDIR/),
    expect.stringContaining(path),
    '',
  ]);
  expect(stderr).toContain('lisa support bundle');
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    schema: 'error-report/1',
    command: 'sandbox status',
    options: ['--profile'],
    versions: { node: process.versions.node },
    errors: [{ name: 'Error', code: 'ENOTDIR', file: 'data/sandbox', stack: expect.arrayContaining([]) }],
  });
});

test('a program is told the path too', async () => {
  const cli = await brokenMachine();
  const { stderr } = await cli.run([...ARGS, '--json']);
  const [name = ''] = await reportsOf(cli);
  expect(JSON.parse(stderr)).toMatchObject({
    schema: 'error/1',
    code: 'unexpected',
    report: join(cli.dataDir, 'reports', name),
  });
});

test('the report is for its owner alone, and holds nothing of what was typed', async () => {
  const cli = await brokenMachine();
  await cli.run(ARGS);
  const [name = ''] = await reportsOf(cli);
  const path = join(cli.dataDir, 'reports', name);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(path, '..'))).mode & 0o777).toBe(0o700);
  expect(secretsIn(await readFile(path), { ...TYPED, home: cli.home })).toEqual([]);
});

test('the newest five reports are kept, and nothing else is touched', async () => {
  const cli = await brokenMachine();
  await mkdir(join(cli.dataDir, 'reports'));
  await writeFile(join(cli.dataDir, 'reports', 'mine.json'), '{}');
  const seen: string[] = [];
  for (let run = 0; run < 7; run += 1) {
    await cli.run(ARGS);
    seen.push(...(await reportsOf(cli)).filter((name) => !seen.includes(name)));
  }
  const kept = await reportsOf(cli);
  expect(kept).toHaveLength(6);
  expect(kept).toContain('mine.json');
});

test('where no report can be written the defect is told all the same', async () => {
  const cli = await brokenMachine();
  await rm(join(cli.dataDir, 'reports'), { recursive: true, force: true });
  await writeFile(join(cli.dataDir, 'reports'), 'a file in the place of the folder');
  const { code, stderr } = await cli.run(ARGS);
  expect(code).toBe(1);
  expect(stderr).toContain('Something unexpected happened: ENOTDIR');
  expect(stderr).toContain('No report of it could be written.');
  expect(JSON.parse((await cli.run([...ARGS, '--json'])).stderr)).not.toHaveProperty('report');
});

test('what is explained leaves no report', async () => {
  const cli = await brokenMachine();
  expect((await cli.run(['detail', 'list', '--from', 'yesterday'])).code).toBe(2);
  await mkdir(cli.configDir, { recursive: true });
  await writeFile(join(cli.configDir, 'config.json'), '{');
  await chmod(join(cli.configDir, 'config.json'), 0o600);
  expect((await cli.run(['config', 'list'])).code).toBe(1);
  await expect(reportsOf(cli)).rejects.toThrow('ENOENT');
});

test('an error that no command waits for is told in the same way', async () => {
  const cli = installedCli();
  const thrown = "setTimeout(()=>{throw new TypeError('of «Ivan Petrov»')},300)";
  const silent = await startHostile(tricks.silence());
  onTestFinished(() => silent.close());
  const env = {
    LISA_SERVER: silent.url,
    LISA_TOKEN: TYPED.token,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(thrown)}`,
  };
  const args = ['balance', '--json', '--timeout', '20'];
  const { code, stderr } = await cli.run(args, { env });
  expect(code).toBe(1);
  const { report, ...told } = JSON.parse(stderr);
  expect(told).toMatchObject({ schema: 'error/1', code: 'unexpected' });
  const text = await readFile(report, 'utf8');
  cli.remove();
  expect(JSON.parse(text)).toMatchObject({
    command: 'balance',
    errors: [{ name: 'TypeError', message: 'of …' }],
  });
  expect(secretsIn(text, { ...TYPED, name: 'Petrov' })).toEqual([]);
});
