import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { operations } from '../../../src/contract/index.ts';
import { createDatabase } from '../../support/engines.ts';
import { scrape } from '../../support/exposition.ts';
import { ask, logIn } from '../../support/http.ts';
import { seededRandom } from '../../support/random.ts';
import { type ServeProcess, serveInProcess } from '../../support/serve-process.ts';
import { addSubscriber } from '../../support/subscribers.ts';

let database: string;
let store: Store;
let node: ServeProcess;
beforeAll(async () => {
  database = await createDatabase();
  store = openPostgresql({ url: database, random: seededRandom('metrics'), onConnectionError: () => {} });
  node = await serveInProcess({ database, metrics: '127.0.0.1:0' });
});
afterAll(async () => {
  node.process.kill();
  await node.exit;
  await store.close();
});

it('requests are counted by operation and status, logins by what came of them, repeated changes apart', async () => {
  const ann = await addSubscriber(store, { wallet: 50_00n });
  const login = (password: string) =>
    ask(node, '/v1/sessions', { method: 'POST', body: { login: ann.msisdn, password }, key: null });
  await login('Wrong-Password-1');
  const token = await logIn(node, ann);
  const block = { method: 'POST', token, body: { reason: 'lost' }, key: 'lost-phone-1' };
  await ask(node, '/v1/sim/block', block);
  await ask(node, '/v1/sim/block', block);
  await ask(node, '/v1/tariff-switches', { method: 'POST', token, body: { tariff: 'no-such' } });
  await ask(node, `/v1/nothing/${ann.msisdn}`);
  await ask(node, '/readyz');
  const nobody = { login: 'nobody', password: 'Wrong-Password-1', code: '000000' };
  await ask(node, '/v1/staff/sessions', { method: 'POST', body: nobody, key: null });
  const { value } = await scrape(node.metrics);
  const requests = (operation: string, status: number) =>
    value('lisa_http_requests_total', { operation, status: String(status) });
  expect(requests('createSession', 201)).toBe(1);
  expect(requests('createSession', 401)).toBe(1);
  expect(requests('blockSim', 200)).toBe(2);
  expect(requests('none', 404)).toBe(1);
  expect(requests('/readyz', 200)).toBe(1);
  expect(value('lisa_http_request_duration_seconds_count', { operation: 'blockSim' })).toBe(2);
  expect(value('lisa_http_replays_total', { operation: 'blockSim' })).toBe(1);
  expect(value('lisa_http_problems_total', { code: 'not_found' })).toBe(1);
  expect(value('lisa_logins_total', { who: 'subscriber', result: 'ok' })).toBe(1);
  expect(value('lisa_logins_total', { who: 'subscriber', result: 'wrong_credentials' })).toBe(1);
  expect(value('lisa_logins_total', { who: 'staff', result: 'wrong_credentials' })).toBe(1);
});

it('no label names a subscriber, a session or an address, and operations are those of the contract', async () => {
  const ann = await addSubscriber(store);
  const token = await logIn(node, ann);
  const { msisdn, accountId, networkLogin } = ann;
  for (const path of [`/v1/payments/${msisdn}`, `/v1/${token}`, `/v1/usage?msisdn=${msisdn}`, '/v1/balance'])
    await ask(node, path, { token, headers: { 'x-forwarded-for': '203.0.113.7', 'user-agent': 'Ann-1' } });
  await ask(node, '/v1/sessions', {
    method: 'POST',
    body: { login: networkLogin, password: 'x' },
    key: null,
  });
  const { text, samples } = await scrape(node.metrics);
  for (const secret of [msisdn, String(accountId), `"${networkLogin}"`, token, '203.0.113.7', 'Ann-1'])
    expect(text).not.toContain(secret);
  const known = [...Object.values(operations).map(({ id }) => id), 'none', '/healthz', '/readyz'];
  const seen = samples.flatMap(({ labels }) => labels['operation'] ?? []);
  expect(known).toEqual(expect.arrayContaining([...new Set(seen)]));
  expect(seen).toContain('getBalance');
});

it('the connections, the process and the build are told, too', async () => {
  const { value, samples } = await scrape(node.metrics);
  expect(samples.filter(({ name }) => name === 'lisa_build_info')).toEqual([
    { name: 'lisa_build_info', labels: { version: expect.any(String), node: process.version }, value: 1 },
  ]);
  expect(value('process_start_time_seconds')).toBeGreaterThan(1.7e9);
  expect(value('lisa_database_up')).toBe(1);
  expect(value('lisa_database_waiting')).toBe(0);
  const all = ['busy', 'idle'].map((state) => value('lisa_database_connections', { state }) ?? Number.NaN);
  expect(all.reduce((one, other) => one + other)).toBeGreaterThan(0);
  // A node without a short-message service is not one that has lost it.
  expect(value('lisa_smsc_bound')).toBeUndefined();
});

it('the public listener does not serve the numbers, and their listener nothing else', async () => {
  expect((await ask(node, '/metrics')).status).toBe(404);
  const { origin } = new URL(node.metrics);
  for (const path of ['/', '/healthz', '/v1/balance', '/v1/openapi.json'])
    expect((await fetch(origin + path)).status).toBe(404);
  expect((await fetch(node.metrics, { method: 'POST' })).status).toBe(404);
});

it('a database that does not answer leaves the other numbers readable', async () => {
  const holder = new pg.Client({ connectionString: database });
  await holder.connect();
  await holder.query('begin; lock table sms_outbox in access exclusive mode');
  const stuck = await scrape(node.metrics);
  expect(stuck.value('lisa_database_up')).toBe(0);
  expect(stuck.value('process_start_time_seconds')).toBeGreaterThan(0);
  await holder.end();
  expect((await scrape(node.metrics)).value('lisa_database_up')).toBe(1);
});

it('when the node stops, its numbers end with it', async () => {
  node.process.kill('SIGTERM');
  expect(await node.exit).toBe(0);
  await expect(fetch(node.metrics)).rejects.toThrow();
});
