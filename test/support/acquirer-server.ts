import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type AcquirerOptions, createAcquirer } from '../../src/acquirer/app.ts';
import { type MovableClock, movableClock } from './clock.ts';
import { seededRandom } from './random.ts';

export const KEY = 'a-key-that-merchant-and-acquirer-share-in-tests';
/** Good on every day of a test's calendar. */
export const GOOD = { expiry: '12/30', cvc: '123' };

export interface TestAcquirer {
  url: string;
  clock: MovableClock;
  file: string;
  log(): string;
  close(): Promise<void>;
  /** One request of the merchant. */
  ask(method: 'GET' | 'POST', path: string, body?: unknown, key?: string): Promise<Reply>;
  newOrder(more?: object): Promise<OrderReply>;
  find(order: string): Promise<OrderReply>;
  /** Sends a form of the pages, as a browser does; redirects are followed. */
  send(url: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Page>;
  open(url: string): Promise<Page>;
}

export interface Reply {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every shape
  body: any;
}

export interface OrderReply {
  order: string;
  reference: string;
  amount: string;
  state: string;
  brand: string | null;
  last4: string | null;
  decline_reason: string | null;
  checkout_url: string;
}

export interface Page {
  status: number;
  url: string;
  headers: Headers;
  html: string;
}

/** An acquirer on a port that the system chose; closed when the test ends. */
export async function serveAcquirer(more: Partial<AcquirerOptions> = {}): Promise<TestAcquirer> {
  const file = more.file ?? join(newFolder(), 'orders.jsonl');
  const clock = movableClock();
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  const random = seededRandom(randomUUID());
  const app = await createAcquirer({
    file,
    key: KEY,
    assets: resolve('dist/pay'),
    clock,
    random,
    log,
    pause: () => 20,
    ...more,
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => app.close());
  const ask: TestAcquirer['ask'] = async (method, path, body, key = KEY) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  return {
    url,
    clock,
    file,
    log: () => lines.join(''),
    close: () => app.close(),
    ask,
    newOrder: async (order = {}) => (await ask('POST', '/v1/orders', { ...anOrder(), ...order })).body,
    find: async (order) => (await ask('GET', `/v1/orders/${order}`)).body,
    send: async (target, form, headers = { 'sec-fetch-site': 'same-origin' }) =>
      pageOf(await fetch(target, { method: 'POST', headers, body: new URLSearchParams(form) })),
    open: async (target) => pageOf(await fetch(target)),
  };
}

/** What a merchant asks for; nobody listens at the callback's address. */
export function anOrder() {
  return {
    order: randomUUID(),
    amount: '250.00',
    currency: 'RUB',
    language: 'en',
    callback_url: 'http://127.0.0.1:9/callbacks',
  };
}

/** A folder that goes away with the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lisa-acquirer-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function pageOf(response: Response): Promise<Page> {
  const { status, url, headers } = response;
  return { status, url, headers, html: await response.text() };
}
