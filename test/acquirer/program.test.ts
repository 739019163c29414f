import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { KEY, newFolder } from '../support/acquirer-server.ts';

function launch(args: string[], key: string | undefined = KEY) {
  const file = join(newFolder(), 'orders.jsonl');
  const child = spawn(process.execPath, ['src/acquirer/main.ts', '--data', file, ...args], {
    env: { ...process.env, LISA_ACQUIRER_KEY: key },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  const lines: string[] = [];
  const reading = createInterface(child.stdout).on('line', (line) => lines.push(line));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const url = async () => {
    if (lines.length === 0) await once(reading, 'line');
    return JSON.parse(lines[0] ?? '').url as string;
  };
  return { child, lines, ended, url, errors: () => errors };
}

describe('the acquirer’s program', () => {
  test('writes one line with its address, and ends when its input does', async () => {
    const { child, lines, ended, url } = launch([]);
    const address = await url();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${address}/pay/unknown`)).status).toBe(404);
    child.stdin.end();
    expect(await ended).toBe(0);
    expect(lines).toHaveLength(1);
  });

  test('ends on SIGTERM, while a browser keeps its connection', async () => {
    const { child, ended, url } = launch([]);
    await (await fetch(`${await url()}/assets/icon.svg`)).text();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test.each([
    ['no key', [], ''],
    ['a key that could be guessed', [], 'short'],
    ['more answers to lose than there are', ['--lose-answers', '1.5'], KEY],
    ['no callback at all', ['--callbacks', '0'], KEY],
    ['a port of letters', ['--port', 'http'], KEY],
  ])('does not start with %s', async (_, args, key) => {
    const { ended, lines, errors } = launch(args, key);
    expect(await ended).toBe(1);
    expect(lines).toEqual([]);
    expect(errors()).toMatch(/Error: (LISA_ACQUIRER_KEY|--)/);
  });
});
