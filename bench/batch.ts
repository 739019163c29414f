/**
 * Issuing from a file: `lisa staff issue-batch` for 1,000 rows beside 1,000 bare HTTP requests of the same kind, as many at
 * once, in one run on one machine; the two take turns. The cabinet is its own process over a real PostgreSQL.
 * Needs `npm run build`.
 */
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashToken, newStaffToken } from '../src/cabinet/domain/sessions/token.ts';
import { openPostgresql } from '../src/cabinet/storage/postgresql.ts';
import { insertStaffSession } from '../src/cabinet/storage/staff/sessions.ts';
import { AT_ONCE } from '../src/cli/staff/batch/issue.ts';
import { HOUR_MS, plus } from '../src/shared/period.ts';
import { type Cells, csvOf, newRows } from '../test/support/batches.ts';
import { startCluster } from '../test/support/embedded-postgres.ts';
import { seededRandom } from '../test/support/random.ts';
import { serveInProcess } from '../test/support/serve-process.ts';
import { createServerRole, letServerIn } from '../test/support/server-role.ts';
import { runSql } from '../test/support/sql.ts';
import { addMember } from '../test/support/staff.ts';
import { addCatalogue } from '../test/support/subscribers.ts';

const ROWS = Number(process.env['ROWS'] ?? 1_000);
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const LISA = join(import.meta.dirname, '../bin/lisa.js');

const home = await mkdtemp(join(tmpdir(), 'lisa-bench-'));
const cluster = await startCluster();
try {
  await createServerRole(cluster.url('postgres'));
  await runSql(cluster.url('postgres'), 'create database bench');
  const token = await prepare(cluster.url('bench'));
  const cabinet = await serveInProcess({ database: cluster.url('bench') });
  try {
    await measure(cabinet.url, token);
  } finally {
    cabinet.process.kill('SIGTERM');
    await cabinet.exit;
  }
} finally {
  await cluster.stop();
  await rm(home, { recursive: true });
}

/** The catalogue, and a member of the staff in a session; returns its token. */
async function prepare(url: string): Promise<string> {
  const random = seededRandom('bench');
  const store = openPostgresql({ url, random, onConnectionError: () => {} });
  try {
    await store.migrate();
    await letServerIn(store);
    await addCatalogue(store);
    const { memberId } = await addMember(store);
    const [token, now] = [newStaffToken(random), new Date()];
    const session = { member_id: memberId, created_at: now, expires_at: plus(now, HOUR_MS) };
    await store.transact((tx) => insertStaffSession(tx, { ...session, token_hash: hashToken(token) }));
    return token;
  } finally {
    await store.close();
  }
}

async function measure(url: string, token: string): Promise<void> {
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await time(() => sendBare(url, token, newRows(ROWS)));
    const lisa = await time(() => issueBatch(url, token, `round${round}`));
    ratios.push(lisa / bare);
    process.stdout.write(
      `${ROWS} rows: bare ${rate(bare)}/s, lisa ${rate(lisa)}/s, time of lisa / bare ${(lisa / bare).toFixed(2)}\n`,
    );
  }
  const median = ratios.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  process.stdout.write(`median ratio ${median.toFixed(2)}\n`);
}

function rate(milliseconds: number): string {
  return (ROWS / (milliseconds / 1_000)).toFixed(1);
}

async function time(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** What a program without checks, journal and results would send. */
async function sendBare(url: string, token: string, rows: readonly Cells[]): Promise<void> {
  const queue = rows.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const row of queue) {
        const answer = await fetch(`${url}/v1/staff/issues`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'idempotency-key': randomUUID(),
          },
          body: JSON.stringify({
            contract_number: row['contract_number'],
            holder: row['name'],
            holder_kind: row['kind'],
            region: row['region'],
            msisdn: row['msisdn'],
            network_login: row['network_login'],
            tariff_id: row['tariff'],
            document: { kind: row['document_kind'], last_digits: row['document_digits'] },
            codeword: row['codeword'],
            reply_key: randomBytes(32).toString('base64url'),
          }),
        });
        if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
        await answer.json();
      }
    }),
  );
}

async function issueBatch(url: string, token: string, name: string): Promise<void> {
  const file = join(home, `${name}.csv`);
  await writeFile(file, csvOf(newRows(ROWS)));
  const env = { ...process.env, LISA_SERVER: url, LISA_TOKEN: token, HOME: home, LISA_LANG: 'en' };
  const child = spawn(process.execPath, [LISA, 'staff', 'issue-batch', file, '--yes'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  const results = await readFile(join(home, `${name}.results.csv`), 'utf8');
  if (code !== 0 || results.split(',issued,').length !== ROWS + 1) throw new Error(`lisa ended with ${code}`);
}
