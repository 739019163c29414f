import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';
import pg from 'pg';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cabinet, type ServeOptions } from '../../../src/cabinet/main.ts';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import { startCluster } from '../../support/embedded-postgres.ts';
import { createDatabase } from '../../support/engines.ts';
import { ask, logIn } from '../../support/http.ts';
import { seededRandom } from '../../support/random.ts';
import { serveInProcess } from '../../support/serve-process.ts';
import { asServer } from '../../support/server-role.ts';
import { runSql } from '../../support/sql.ts';
import { addSubscriber } from '../../support/subscribers.ts';

let database: string;
let folder: string;
beforeAll(async () => {
  database = await createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'lisa-serve-'));
});
afterAll(() => rm(folder, { recursive: true }));

const discard = () => new Writable({ write: (_chunk, _encoding, written) => written() });

function serve(options: Partial<ServeOptions> = {}) {
  return cabinet.serve({
    database: asServer(database),
    listen: '127.0.0.1:0',
    tlsCert: undefined,
    tlsKey: undefined,
    settingsFile: undefined,
    behindProxy: false,
    log: discard(),
    onReady: () => {},
    ...options,
  });
}

async function subscriberOf(url: string) {
  const store = openPostgresql({ url, random: seededRandom('serve'), onConnectionError: () => {} });
  const subscriber = await addSubscriber(store, { wallet: 50_00n });
  await store.close();
  return subscriber;
}

describe('a cabinet that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s finishes the request in flight and exits 0',
    async (signal) => {
      const subscriber = await subscriberOf(database);
      const served = await serveInProcess({ database });
      const token = await logIn(served, subscriber);
      const lock = new pg.Client({ connectionString: database });
      await lock.connect();
      await lock.query('begin');
      await lock.query('select 1 from accounts where account_id = $1 for update', [subscriber.accountId]);
      const body = { reason: 'lost' };
      const inFlight = ask(served, '/v1/sim/block', { method: 'POST', token, body });
      await someoneWaits(lock);
      served.process.kill(signal);
      await refused(served.url);
      await lock.query('commit');
      await lock.end();
      expect((await inFlight).body.state).toBe('blocked');
      expect(await served.exit).toBe(0);
      expect(served.log()).toContain(`"signal":"${signal}"`);
      expect(served.log()).not.toContain('lisa:lisa');
      expect(served.log()).toContain('no short-message service: messages wait');
    },
  );
});

async function someoneWaits(client: pg.Client): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  while ((await client.query(waiting)).rows.length === 0) await new Promise((again) => setTimeout(again, 20));
}

/** Waits until nothing listens at `url` any more. */
async function refused(url: string): Promise<void> {
  while (
    await fetch(`${url}/healthz`).then(
      () => true,
      () => false,
    )
  )
    await new Promise((again) => setTimeout(again, 20));
}

describe('a cabinet refuses to serve', () => {
  it('a database whose writes a crash can undo', async () => {
    const careless = await startCluster(['-c', 'fsync=off', '-c', 'full_page_writes=off']);
    const refused = await serve({ database: careless.url('postgres') });
    await careless.stop();
    expect(refused).toEqual({ problem: 'database_not_durable', detail: 'fsync, full_page_writes = off' });
  });

  it('a database that acknowledges before it has written', async () => {
    const url = await createDatabase();
    await runSql(url, `alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`);
    const detail = 'synchronous_commit = off';
    expect(await serve({ database: url })).toEqual({ problem: 'database_not_durable', detail });
    expect(await cabinet.migrate({ database: url })).toEqual({ problem: 'database_not_durable', detail });
  });

  it('a database that cannot fold the case of Russian letters', async () => {
    const url = new URL(database);
    url.pathname = '/latin';
    await runSql(database, "create database latin encoding 'LATIN1' template template0 locale 'C'");
    const refusal = { problem: 'database_unsuitable', detail: 'server_encoding = LATIN1' };
    expect(await serve({ database: url.href })).toEqual(refusal);
    expect(await cabinet.migrate({ database: url.href })).toEqual(refusal);
  });

  it('a database that it cannot reach, without telling its password', async () => {
    const refused = await serve({ database: 'postgres://lisa:S3cret@127.0.0.1:1/lisa' });
    expect(refused).toMatchObject({ problem: 'database_unreachable' });
    expect(JSON.stringify(refused)).not.toContain('S3cret');
    expect(await serve({ database: '/var/lib/pglite' })).toMatchObject({ problem: 'database_unreachable' });
  });

  it('a database without its tables, or with those of a newer version', async () => {
    const empty = await createDatabase('empty');
    expect(await serve({ database: empty })).toMatchObject({ problem: 'schema_outdated' });
    const newer = await createDatabase();
    await runSql(newer, `insert into kysely_migration values ('999-future', '2030-01-01')`);
    expect(await serve({ database: newer })).toMatchObject({ problem: 'schema_newer' });
    expect(await cabinet.migrate({ database: newer })).toMatchObject({ problem: 'schema_newer' });
  });

  it('plain HTTP to other machines, unless something in front speaks TLS', async () => {
    expect(await serve({ listen: '0.0.0.0:0' })).toEqual({ problem: 'listen_insecure', detail: '0.0.0.0' });
    expect(await serve({ listen: 'anywhere' })).toMatchObject({ problem: 'listen_invalid' });
    expect(await serve({ listen: '127.0.0.1:99999' })).toMatchObject({ problem: 'listen_invalid' });
  });

  it('an address that is taken', async () => {
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
    const { port } = taken.address() as { port: number };
    expect(await serve({ listen: `127.0.0.1:${port}` })).toMatchObject({ problem: 'address_in_use' });
    taken.close();
  });

  it('a certificate or settings that it cannot read', async () => {
    const file = join(folder, 'broken');
    await writeFile(file, '{"loginTries": 0}');
    expect(await serve({ tlsCert: file })).toMatchObject({ problem: 'tls_unreadable' });
    expect(await serve({ tlsCert: file, tlsKey: file })).toMatchObject({ problem: 'tls_unreadable' });
    const refused = await serve({ settingsFile: file });
    expect(refused).toEqual({
      problem: 'settings_invalid',
      detail: 'loginTries: not a whole number, 1 or more',
    });
    expect(await serve({ settingsFile: join(folder, 'none') })).toMatchObject({
      problem: 'settings_invalid',
    });
  });
});

const openssl = await promisify(execFile)('openssl', ['version']).then(
  () => true,
  () => false,
);
if (!openssl) process.stderr.write('skipped: TLS needs openssl to make a certificate\n');

describe.skipIf(!openssl && !process.env['CI'])('a cabinet with a certificate', () => {
  it('speaks TLS, by the settings of its file', async () => {
    const [tlsKey, tlsCert, settingsFile] = ['key.pem', 'cert.pem', 'settings.json'].map((name) =>
      join(folder, name),
    );
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '1'];
    const files = ['-keyout', String(tlsKey), '-out', String(tlsCert)];
    await promisify(execFile)('openssl', [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      ...subject,
      ...files,
    ]);
    await writeFile(String(settingsFile), '{"requestsPerMinute": 1}');
    const served = await serveInProcess({ database, tlsKey, tlsCert, settingsFile });
    const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
    const statuses = [];
    for (let turn = 0; turn < 2; turn++) {
      const { statusCode, body } = await request(`${served.url}/v1/balance`, { dispatcher });
      await body.dump();
      statuses.push(statusCode);
    }
    await dispatcher.close();
    served.process.kill();
    expect(served.url).toMatch(/^https:/);
    expect(statuses).toEqual([401, 429]);
    expect(await served.exit).toBe(0);
  });
});
