import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { LONG, machineWithSandbox } from '../../../support/sandbox-cli.ts';

test('without a running sandbox it fails and says how to start one', async () => {
  const { run } = await machineWithSandbox('none');
  expect(await run(['sandbox', 'clock', 'show'])).toMatchObject({
    code: 7,
    stdout: '',
    stderr: expect.stringContaining('lisa sandbox start'),
  });
});

test('shows the time there and how far it is ahead', { timeout: LONG }, async () => {
  const { run } = await machineWithSandbox();
  await run(['sandbox', 'start']);
  const clock = await run(['sandbox', 'clock', 'show', '--json']);
  expectGoldenKeys(clock.stdout);
  expect(JSON.parse(clock.stdout)).toMatchObject({ offset_seconds: 0 });
});
