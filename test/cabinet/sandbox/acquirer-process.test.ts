import { spawn } from 'node:child_process';
import { randomFillSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type RunningAcquirer, startAcquirer } from '../../../src/cabinet/sandbox/acquirer-process.ts';
import { sandboxFiles } from '../../../src/cabinet/sandbox/files.ts';
import { anOrder, newFolder } from '../../support/acquirer-server.ts';

const PATIENCE = { timeout: 60_000, interval: 50 };
vi.setConfig({ testTimeout: 120_000 });

interface Logged {
  message: string;
  about: Record<string, unknown>;
}

async function start(dataDir: string, program = 'src/acquirer/main.ts') {
  const logged: Logged[] = [];
  const log = (about: object, message: string) => void logged.push({ message, about: { ...about } });
  const acquirer = await startAcquirer({
    dataDir,
    host: { execPath: process.execPath, program: resolve(program), env: process.env },
    random: { bytes: (size) => randomFillSync(new Uint8Array(size)) },
    log: { info: log, error: log },
  });
  onTestFinished(() => acquirer.stop());
  return { acquirer, logged };
}

async function ask({ url, key }: RunningAcquirer, path: string, body?: unknown) {
  const response = await fetch(url() + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as { state?: string } };
}

/** The process that serves, as it was told last. */
function pidOf(logged: readonly Logged[]): number {
  return Number(logged.filter(({ message }) => message === 'the acquirer serves').at(-1)?.about['pid']);
}

describe('the acquirer beside a sandbox', () => {
  test('has a key of the folder’s own, which only its owner can read and no log tells', async () => {
    const [first, second] = [newFolder(), newFolder()];
    const one = await start(first);
    const other = await start(second);
    const { acquirer: file, acquirerLog, orders } = sandboxFiles(first);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ key: one.acquirer.key });
    expect(Buffer.from(one.acquirer.key, 'base64url')).toHaveLength(32);
    expect(one.acquirer.key).not.toBe(other.acquirer.key);
    for (const path of [file, acquirerLog, orders]) expect(statSync(path).mode & 0o777).toBe(0o600);
    await ask(one.acquirer, `/v1/orders/${randomUUID()}`);
    expect(readFileSync(acquirerLog, 'utf8') + JSON.stringify(one.logged)).not.toContain(one.acquirer.key);
  });

  test('keeps key, address and orders over a restart of the sandbox', async () => {
    const folder = newFolder();
    const before = (await start(folder)).acquirer;
    const order = anOrder();
    await ask(before, '/v1/orders', order);
    const address = before.url();
    await before.stop();
    await expect(fetch(address)).rejects.toThrow('fetch failed');
    const after = (await start(folder)).acquirer;
    expect([after.key, after.url()]).toEqual([before.key, address]);
    expect(await ask(after, `/v1/orders/${order.order}`)).toMatchObject({
      status: 200,
      body: { state: 'created' },
    });
  });

  test('takes another port when somebody has its own', async () => {
    const folder = newFolder();
    const somebody = createServer().listen(0, '127.0.0.1');
    await once(somebody, 'listening');
    onTestFinished(() => void somebody.close());
    const address = somebody.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    writeFileSync(sandboxFiles(folder).acquirer, JSON.stringify({ key: 'k'.repeat(43), port }));
    const { acquirer } = await start(folder);
    expect(acquirer.url()).not.toContain(String(port));
    expect((await ask(acquirer, `/v1/orders/${randomUUID()}`)).status).toBe(404);
  });

  test('that is killed comes back with its orders', async () => {
    const folder = newFolder();
    const { acquirer, logged } = await start(folder);
    const order = anOrder();
    await ask(acquirer, '/v1/orders', order);
    const killed = pidOf(logged);
    process.kill(killed, 'SIGKILL');
    await vi.waitFor(() => expect(pidOf(logged)).not.toBe(killed), PATIENCE);
    const answer = await ask(acquirer, `/v1/orders/${order.order}`);
    expect(answer).toMatchObject({ status: 200, body: { state: 'created' } });
    expect(logged.map(({ message }) => message)).toEqual([
      'the acquirer serves',
      'the acquirer died',
      'the acquirer serves',
    ]);
  });

  test('ends with a sandbox that was killed', async () => {
    const folder = newFolder();
    const parent = spawn(process.execPath, ['test/support/serve-acquirer.ts', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = (await once(createInterface(parent.stdout), 'line')) as [string];
    expect((await fetch(`${url}/pay/unknown`)).status).toBe(404);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(fetch(url)).rejects.toThrow('fetch failed'), PATIENCE);
  });

  test('that cannot start is told of at once, and its log says why', async () => {
    const folder = newFolder();
    writeFileSync(sandboxFiles(folder).orders, 'this is no journal\n');
    await expect(start(folder)).rejects.toThrow('the acquirer did not start');
    expect(readFileSync(join(folder, 'acquirer.log'), 'utf8')).toContain('SyntaxError');
  });
});
