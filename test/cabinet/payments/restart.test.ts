import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import {
  ACQUIRER_KEY,
  CARDS,
  payByCard,
  type RunningAcquirer,
  startAcquirerProcess,
} from '../../support/acquirer.ts';
import { createDatabase } from '../../support/engines.ts';
import { ask, logIn } from '../../support/http.ts';
import { eventually } from '../../support/payments.ts';
import { seededRandom } from '../../support/random.ts';
import { serveInProcess } from '../../support/serve-process.ts';
import { addSubscriber } from '../../support/subscribers.ts';

let folder: string;
let database: string;
let store: Store;
let acquirer: RunningAcquirer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lisa-restart-'));
  await writeFile(join(folder, 'key'), `${ACQUIRER_KEY}\n`);
  database = await createDatabase();
  store = openPostgresql({ url: database, random: seededRandom('restart'), onConnectionError: () => {} });
  acquirer = await startAcquirerProcess();
});
afterAll(async () => {
  await acquirer.remove();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const serve = (acquirerUrl: string) =>
  serveInProcess({
    database,
    acquirer: acquirerUrl,
    acquirerKeyFile: join(folder, 'key'),
    publicUrl: 'http://127.0.0.1:1',
  });

/** A way to the acquirer on which captures disappear: before they get there, or on the way back. */
async function swallowingCaptures(
  where: 'there' | 'back',
): Promise<{ url: string; swallowed: Promise<void>; server: Server }> {
  const { promise: swallowed, resolve } = Promise.withResolvers<void>();
  const server = createServer(async (request, response) => {
    const capture = request.url?.endsWith('/capture') ?? false;
    if (capture && where === 'there') return resolve();
    const body = await buffer(request);
    const { authorization = '' } = request.headers;
    const answer = await fetch(`${acquirer.url}${request.url}`, {
      method: request.method ?? 'GET',
      headers: { authorization, 'content-type': 'application/json' },
      ...(body.length > 0 && { body }),
    });
    const text = await answer.text();
    if (capture) return resolve();
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, swallowed, server };
}

test.each(['there', 'back'] as const)(
  'R14: a cabinet killed between authorized and captured, the capture lost on the way %s, credits once afterwards',
  async (where) => {
    const way = await swallowingCaptures(where);
    const first = await serve(way.url);
    const ann = await addSubscriber(store, { state: 'disconnected' });
    const token = await logIn(first, ann);
    const body = { amount: { amount: '100.00', currency: 'RUB' } };
    const created = await ask(first, '/v1/payments', { method: 'POST', token, body });
    const path = `/v1/payments/${created.body.payment.id}`;
    await payByCard(created.body.checkout_url, CARDS.mir);
    await way.swallowed;
    expect((await ask(first, path, { token })).body).toMatchObject({
      payment: { state: 'authorized', last4: '0004' },
      balance: { amount: '0.00' },
    });
    first.process.kill('SIGKILL');
    await first.exit;
    way.server.closeAllConnections();
    way.server.close();
    const second = await serve(acquirer.url);
    const settled = await eventually(async () => {
      const answer = await ask(second, path, { token });
      return answer.body.payment.state === 'captured' ? answer : undefined;
    });
    expect(settled.body.balance.amount).toBe('100.00');
    const { items } = (await ask(second, '/v1/usage?type=payment', { token })).body;
    expect(items).toHaveLength(1);
    second.process.kill('SIGTERM');
    expect(await second.exit).toBe(0);
  },
  120_000,
);
