import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { LONG, machineWithSandbox } from '../../../support/sandbox-cli.ts';

test('the sandbox returns to the real time', { timeout: LONG }, async () => {
  const { run } = await machineWithSandbox();
  await run(['sandbox', 'start']);
  await run(['sandbox', 'clock', 'advance', '1h30m']);
  const reset = await run(['sandbox', 'clock', 'reset', '--json']);
  expectGoldenKeys(reset.stdout);
  expect(JSON.parse(reset.stdout)).toMatchObject({ offset_seconds: 0 });
});
