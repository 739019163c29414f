import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTransport } from '../../../src/client/transport.ts';

let connections = 0;
let waiting: ServerResponse[] = [];
/** Answers are held back until so many are wanted. */
let together = 1;
const server = createServer((_request, response) => {
  waiting.push(response);
  if (waiting.length < together) return;
  for (const held of waiting) held.end('{}');
  waiting = [];
});
server.on('connection', () => {
  connections += 1;
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => server.close());
beforeEach(() => {
  connections = 0;
});

function open() {
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const transport = createTransport({ origin, env: {}, timeoutMs: 10_000, userAgent: 'test' });
  return { transport, get: () => transport.send({ method: 'GET', path: '/', headers: {} }) };
}

test('calls that come one by one share one connection', async () => {
  together = 1;
  const { transport, get } = open();
  for (let call = 0; call < 10; call += 1) expect((await get()).status).toBe(200);
  expect(connections).toBe(1);
  await transport.close();
});

test('calls at the same time do not wait for one another, and open four connections at most', async () => {
  together = 4;
  const { transport, get } = open();
  const replies = await Promise.all(Array.from({ length: 12 }, get));
  expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
  expect(connections).toBe(4);
  await transport.close();
});
