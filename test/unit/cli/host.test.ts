import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const PROGRAM = `
  import { realHost } from './src/cli/host.ts';
  realHost({}).onInterrupt(() => process.stdout.write('heard'));
  setInterval(() => {}, 1000);
  process.stdout.write('ready');
`;

test('a program that is slow to end after Ctrl-C ends at the second one', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM]);
  const said: string[] = [];
  for await (const piece of child.stdout) {
    said.push(String(piece));
    child.kill('SIGINT');
  }
  if (child.signalCode === null) await once(child, 'exit');
  expect(said).toEqual(['ready', 'heard']);
  expect(child.signalCode).toBe('SIGINT');
});
