import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connectAcquirer } from '../../src/cabinet/acquirer/http.ts';
import type { Acquirer } from '../../src/cabinet/acquirer/port.ts';
import type { Clock } from '../../src/shared/clock.ts';

export const ACQUIRER_KEY = 'merchant-key-of-the-tests-0123456789';

/** Test cards of the acquirer, by what becomes of a payment. */
export const CARDS = {
  mir: '2200 0000 0000 0004',
  visa: '4111 1111 1111 1111',
  mastercard: '5555 5555 5555 4444',
  captureUnanswered: '5200 8282 8282 8210',
  declined: '4000 0000 0000 0002',
  insufficientFunds: '2204 0000 0000 0018',
} as const;

export interface RunningAcquirer {
  url: string;
  /** Its standard error, which is its log. */
  log(): string;
  /** As a cabinet at `publicUrl` talks to it. */
  connect(publicUrl: () => string): Acquirer;
  /** Ends it; `start` brings it back on the same port with the orders it had. */
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** The time of the world, in which the acquirer lives. */
export const realClock: Clock = { now: () => new Date() };

/** The real acquirer of the sandbox in a process of its own. */
export async function startAcquirerProcess(...options: string[]): Promise<RunningAcquirer> {
  const folder = await mkdtemp(join(tmpdir(), 'lisa-acquirer-'));
  const lines: string[] = [];
  let child: ChildProcess | undefined;
  let url = '';
  const start = async () => {
    const port = url === '' ? '0' : new URL(url).port;
    const args = ['src/acquirer/main.ts', '--data', join(folder, 'orders.jsonl'), '--port', port, ...options];
    const env = { ...process.env, LISA_ACQUIRER_KEY: ACQUIRER_KEY };
    const started = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
    child = started;
    started.stderr.on('data', (chunk) => lines.push(String(chunk)));
    const ended = once(started, 'exit').then(() => [JSON.stringify({ url: '' })]);
    const [first] = await Promise.race([once(createInterface(started.stdout), 'line'), ended]);
    url = JSON.parse(String(first)).url;
    if (url === '') throw new Error(`the acquirer did not start:\n${lines.join('')}`);
  };
  const stop = async () => {
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.stdin?.end();
    await gone;
  };
  await start();
  return {
    get url() {
      return url;
    },
    log: () => lines.join(''),
    connect: (publicUrl) =>
      connectAcquirer({ url: () => url, key: ACQUIRER_KEY, publicUrl, clock: realClock }),
    stop,
    start,
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Fills in a form of the acquirer as a browser without scripts does. */
export function postForm(page: string, fields: Record<string, string>): Promise<Response> {
  const headers = { origin: new URL(page).origin };
  return fetch(page, { method: 'POST', headers, body: new URLSearchParams(fields) });
}

/** The same, and answers the page that it leads to. */
async function submit(page: string, fields: Record<string, string>): Promise<string> {
  const response = await postForm(page, fields);
  if (!response.ok) throw new Error(`${page} answered ${response.status}: ${await response.text()}`);
  return response.text();
}

/** Pays on a checkout page. */
export function payByCard(checkoutUrl: string, number: string): Promise<string> {
  return submit(checkoutUrl, { number, expiry: '12/40', cvc: '123' });
}

/** Presses «cancel» on a checkout page. */
export function cancelPayment(checkoutUrl: string): Promise<string> {
  return submit(`${checkoutUrl}/cancel`, {});
}

/** A signature as the acquirer makes it. */
export function signBody(body: string, how: { key?: string; at?: Date } = {}): string {
  const { key = ACQUIRER_KEY, at = new Date() } = how;
  const seconds = Math.floor(at.getTime() / 1_000);
  return `t=${seconds},v1=${createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex')}`;
}
