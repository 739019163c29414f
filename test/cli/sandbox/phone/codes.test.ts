import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { LONG, machineWithSandbox } from '../../../support/sandbox-cli.ts';

test('only the codes are shown, with what they are for and how long they are good', {
  timeout: LONG,
}, async () => {
  const { run } = await machineWithSandbox();
  await run(['sandbox', 'start']);
  const inbox = JSON.parse((await run(['sandbox', 'phone', 'send', '--to', '1070', '--json'])).stdout);
  const codes = await run(['sandbox', 'phone', 'codes', '--json']);
  expectGoldenKeys(codes.stdout);
  const [{ code, purpose, valid_until, received_at }] = JSON.parse(codes.stdout).items;
  expect(purpose).toBe('one_time_password');
  expect(inbox.items[0].text).toContain(` ${code} `);
  expect(Date.parse(valid_until) - Date.parse(received_at)).toBeGreaterThan(86_000_000);
  const piped = await run(['sandbox', 'phone', 'codes']);
  expect(piped.stdout.split('\t').slice(0, 3)).toEqual([code, 'one_time_password', '1070']);
});
