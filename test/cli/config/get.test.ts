import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Cli, createCli } from '../../support/run-cli.ts';

let cli: Cli;

beforeEach(async () => {
  cli = await createCli();
});
afterEach(() => cli.remove());

test.each([
  ['timeout', '45'],
  ['secret-store', 'file'],
  ['server', 'https://lisa.example'],
])('sets %s, and gets it back', async (key, value) => {
  expect((await cli.run(['config', 'set', key, value])).code).toBe(0);
  expect((await cli.run(['config', 'get', key])).stdout).toBe(`${value}\n`);
});

test.each([[['get', 'tiemout']], [['set', 'token', 'x']]])(
  '%j is refused with the names that are',
  async (words) => {
    const outcome = await cli.run(['config', ...words]);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('profile, server, timeout, secret-store');
  },
);
