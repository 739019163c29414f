/**
 * Export of call detail: records per second of `lisa detail export` beside `curl` of the same stream, in one run on one
 * machine, and peak memory for 20,000 and 200,000 records. The cabinet is its own process over a real PostgreSQL.
 * Needs `npm run build` and curl.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresql } from '../src/cabinet/storage/postgresql.ts';
import { DAY_MS } from '../src/shared/period.ts';
import { startCluster } from '../test/support/embedded-postgres.ts';
import { seededRandom } from '../test/support/random.ts';
import { asServer, createServerRole, letServerIn } from '../test/support/server-role.ts';
import { runSql } from '../test/support/sql.ts';
import { addSubscriber, type Subscriber } from '../test/support/subscribers.ts';
import { addUsage } from '../test/support/usage.ts';

const SIZES = [20_000, 200_000];
const ROUNDS = 5;
const LISA = join(import.meta.dirname, '../bin/lisa.js');
/** Tells the peak memory of a Node process (kibibytes) on its stderr when it ends. */
const TELL_MEMORY =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('maxRSS '+process.resourceUsage().maxRSS))";

interface Run {
  milliseconds: number;
  stderr: string;
}

const home = await mkdtemp(join(tmpdir(), 'lisa-bench-'));
const cluster = await startCluster();
let cabinet: ChildProcess | undefined;
try {
  await createServerRole(cluster.url('postgres'));
  await runSql(cluster.url('postgres'), 'create database bench');
  const database = cluster.url('bench');
  const subscribers = await fill(database);
  const served = await serve(database);
  cabinet = served.process;
  for (const [index, size] of SIZES.entries()) {
    const subscriber = subscribers[index];
    if (subscriber) await measure(size, served.url, await logIn(served.url, subscriber));
  }
} finally {
  cabinet?.kill('SIGTERM');
  if (cabinet) await once(cabinet, 'exit');
  await cluster.stop();
  await rm(home, { recursive: true });
}

/** One subscriber for each size, with that many records in the last 25 days. */
async function fill(url: string): Promise<Subscriber[]> {
  const store = openPostgresql({ url, random: seededRandom('bench'), onConnectionError: () => {} });
  try {
    await store.migrate();
    await letServerIn(store);
    const subscribers: Subscriber[] = [];
    for (const size of SIZES) {
      const subscriber = await addSubscriber(store);
      await addUsage(store, subscriber.accountId, size, { until: new Date() });
      subscribers.push(subscriber);
    }
    return subscribers;
  } finally {
    await store.close();
  }
}

async function serve(database: string): Promise<{ process: ChildProcess; url: string }> {
  const args = [LISA, 'cabinet', 'serve', '--database', asServer(database), '--listen', '127.0.0.1:0'];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  for await (const piece of server.stderr) {
    told += String(piece);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0];
    if (url !== undefined) return { process: server, url };
  }
  throw new Error(`the cabinet did not start: ${told}`);
}

async function logIn(url: string, { msisdn, password }: Subscriber): Promise<string> {
  const body = JSON.stringify({ login: msisdn, password });
  const headers = { 'content-type': 'application/json' };
  const reply = (await (await fetch(`${url}/v1/sessions`, { method: 'POST', headers, body })).json()) as {
    token: string;
  };
  return reply.token;
}

/** The two take turns, so that both meet the same machine. */
async function measure(size: number, url: string, token: string): Promise<void> {
  const second = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
  const period = { from: second(Date.now() - 29 * DAY_MS), to: second(Date.now()) };
  const out = join(home, 'detail.csv');
  const stream = `${url}/v1/usage?${new URLSearchParams(period)}`;
  const headers = ['-H', `Authorization: Bearer ${token}`, '-H', 'Accept: application/x-ndjson'];
  const curl: number[] = [];
  const lisa: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    curl.push((await time('curl', ['-sS', '--fail', '-o', '/dev/null', ...headers, stream])).milliseconds);
    const args = [
      LISA,
      'detail',
      'export',
      '--from',
      period.from,
      '--to',
      period.to,
      '--out',
      out,
      '--force',
    ];
    const env = { LISA_SERVER: url, LISA_TOKEN: token, HOME: home, LISA_LANG: 'en' };
    const run = await time(process.execPath, [`--import=${TELL_MEMORY}`, ...args], env);
    if (!run.stderr.includes(`${size} records`)) throw new Error(`not ${size} records: ${run.stderr}`);
    lisa.push(run.milliseconds);
    memory.push(Number(/maxRSS (\d+)/.exec(run.stderr)?.[1]) / 1024);
  }
  const perSecond = (times: number[]) => Math.round(size / (median(times) / 1_000));
  const [curlRate, lisaRate] = [perSecond(curl), perSecond(lisa)];
  process.stdout.write(
    `${size} records: curl ${curlRate}/s, lisa ${lisaRate}/s, ratio ${(lisaRate / curlRate).toFixed(2)}, ` +
      `peak memory of lisa ${Math.max(...memory).toFixed(0)} MiB\n`,
  );
}

async function time(command: string, args: string[], env: Record<string, string> = {}): Promise<Run> {
  const started = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  for await (const piece of child.stderr) stderr += String(piece);
  if (child.exitCode === null) await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error(`${command} ended with ${child.exitCode}: ${stderr}`);
  return { milliseconds: performance.now() - started, stderr };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
