import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { watchNode } from '../../src/cabinet/http/metrics.ts';
import { defaultSettings } from '../../src/cabinet/settings.ts';
import { movableClock } from '../support/clock.ts';
import { freePort, startCluster } from '../support/embedded-postgres.ts';
import { openStore } from '../support/engines.ts';
import { scrape } from '../support/exposition.ts';
import { havePrograms } from '../support/programs.ts';
import { runSql } from '../support/sql.ts';
import { commandsOf, shellBlocks } from './pages.ts';

const pages = ['docs/operator.md', 'docs/operator.ru.md'].map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));
const [english = '', russian = ''] = pages.map(({ text }) => text);

test('the commands of the operator’s page lead from an empty PostgreSQL to an upgraded cabinet', {
  timeout: 300_000,
}, async () => {
  if (!havePrograms('bash', 'curl', 'openssl', 'psql', 'createdb', 'dropdb')) return;
  const { home, env, url } = await machineOfTheOperator();
  const ports = { '8443': await freePort(), '9464': await freePort() };
  const script = ["trap 'kill $(jobs -p) 2> /dev/null || true' EXIT", ...storyOf(english, url)]
    .join('\n')
    .replaceAll(/8443|9464/g, (port) => String(ports[port as keyof typeof ports]));
  const bash = promisify(execFile)('bash', ['--norc', '-euo', 'pipefail', '-c', script], { cwd: home, env });
  const { stdout, stderr } = await bash.catch((failed) => {
    throw new Error(`the page failed:\n${failed.stdout}\n${failed.stderr}`);
  });
  expect(stdout).toContain('"database":"current"');
  expect(stdout).toMatch(/^lisa_database_up 1$/m);
  const verified = JSON.parse(await readFile(join(home, 'verified.json'), 'utf8'));
  expect(verified).toMatchObject({ sound: true, accounts: 1 });
  const log = await readFile(join(home, 'cabinet.log'), 'utf8');
  expect(log).toContain('"signal":"SIGTERM"');
  expect(stdout + stderr + log).not.toMatch(/owner-secret|server-secret/);
});

test('the page has the same commands in Russian', () => {
  expect(commandsOf(russian)).toEqual(commandsOf(english));
});

test('the pages name every number of ours that is served, and no other', async () => {
  const store = await openStore('postgresql');
  const { metrics, serve } = watchNode('127.0.0.1:0', movableClock(), { version: '1', node: 'v1' });
  metrics.smscBound(true);
  const served = await serve(store);
  const { text } = await scrape(served.url);
  await served.close();
  await store.close();
  const ours = [...text.matchAll(/^# TYPE (lisa_\w+)/gm)].map(([, name = '']) => name).sort();
  for (const page of pages) expect({ ...page, text: namesIn(page.text) }).toEqual({ ...page, text: ours });
});

test('the pages list every setting with its default', () => {
  for (const { path, text } of pages) {
    const rows = [...text.matchAll(/^\| `(\w+)` \| (\d+)/gm)].map(([, name, value]) => `${name} ${value}`);
    const numbers = Object.entries(defaultSettings).filter(([, value]) => !Array.isArray(value));
    const missing = numbers.map(([name, value]) => `${name} ${value}`).filter((row) => !rows.includes(row));
    expect({ path, missing }).toEqual({ path, missing: [] });
    for (const name of ['promises', 'bonusRates']) expect(text).toContain(`| \`${name}\` |`);
  }
});

/** Numbers that a page names, as families: the series of a histogram are its own. */
function namesIn(page: string): string[] {
  const areas = 'build|http|logins|job|billing|sms|smsc|payment|payments|database';
  const names = page.matchAll(new RegExp(`\\b(lisa_(?:${areas})_\\w+)`, 'g'));
  return [...new Set([...names].map(([, name = '']) => name.replace(/_bucket$/, '')))].sort();
}

/** What the reader types, without what is by hand; before `verify`, somebody has become a subscriber. */
function storyOf(page: string, url: string): string[] {
  const subscriber = resolve('test/support/add-subscriber.ts');
  const withBackup = haveNewClients();
  return shellBlocks(page)
    .filter((block) => withBackup || !/^pg_(dump|basebackup)/m.test(block))
    .map((block) => (block.includes('verified.json') ? `node ${subscriber} ${url}\n${block}` : block))
    .flatMap((block) => block.split('\n').filter((line) => !/ # (by hand|вручную)/.test(line)));
}

/** Whether `pg_dump` and its kin can read the server of the tests: they refuse a newer one. */
function haveNewClients(): boolean {
  const [, major = '0'] = /(\d+)/.exec(spawnSync('pg_dump', ['--version']).stdout?.toString() ?? '') ?? [];
  if (Number(major) >= SERVER_MAJOR) return true;
  process.stderr.write(
    `skipped: the backup of docs/operator.md needs pg_dump ${SERVER_MAJOR}, not ${major}\n`,
  );
  return false;
}

const SERVER_MAJOR = 18;

/** A machine with `lisa` and an empty PostgreSQL of its own, whose administrator the reader is. */
async function machineOfTheOperator() {
  const cluster = await startCluster();
  const home = await mkdtemp(join(tmpdir(), 'lisa-operator-'));
  onTestFinished(async () => {
    await cluster.stop();
    await rm(home, { recursive: true, force: true });
  });
  const bin = join(home, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'lisa'), `#!/bin/sh\nexec node ${resolve('bin/lisa.js')} "$@"\n`);
  await chmod(join(bin, 'lisa'), 0o755);
  const url = cluster.url('lisa');
  const { hostname, port, username, password } = new URL(url);
  const server = await runSql(cluster.url('postgres'), 'show server_version');
  expect(server.rows[0].server_version).toMatch(new RegExp(`^${SERVER_MAJOR}\\.`));
  const path = [bin, resolve('node_modules/.bin'), process.env['PATH']].join(delimiter);
  const postgres = { PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: password };
  return { home, url, env: { PATH: path, HOME: home, LISA_LANG: 'en', LISA_NO_INPUT: '1', ...postgres } };
}
