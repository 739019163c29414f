import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { LONG, machineWithSandbox } from '../../support/sandbox-cli.ts';

test('stops what runs, keeps its data, and does not mind a second time', { timeout: LONG }, async () => {
  const { run } = await machineWithSandbox();
  await run(['sandbox', 'start']);
  const stopped = await run(['sandbox', 'stop', '--json']);
  expectGoldenKeys(stopped.stdout);
  expect(JSON.parse(stopped.stdout)).toMatchObject({ stopped: true, state: 'stopped', pid: null });

  const again = await run(['sandbox', 'stop', '--json']);
  expect(again).toMatchObject({ code: 0, stderr: 'It was not running.\n' });
  expect(JSON.parse(again.stdout)).toMatchObject({ stopped: false, state: 'stopped' });
});
