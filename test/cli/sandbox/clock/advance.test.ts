import { describe, expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { LONG, machineWithSandbox } from '../../../support/sandbox-cli.ts';
import { readPiped } from '../../../support/shown.ts';

describe('a duration', () => {
  test.each(['', '0s', '15', 'soon', '-1d', '1d30', '3661d', '1m1h'])('«%s» is refused', async (duration) => {
    const { run } = await machineWithSandbox('none');
    const refused = await run(['sandbox', 'clock', 'advance', '--', duration]);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('1h30m') });
  });
});

test('time goes forward by what was typed, again and again', { timeout: LONG }, async () => {
  const { run } = await machineWithSandbox();
  await run(['sandbox', 'start']);
  const first = await run(['sandbox', 'clock', 'advance', '14m59s', '--json']);
  expectGoldenKeys(first.stdout);
  expect(JSON.parse(first.stdout)).toMatchObject({ offset_seconds: 899 });
  const second = await run(['sandbox', 'clock', 'advance', '30d']);
  expect(readPiped(second.stdout)).toMatchObject({ offset: '30d14m59s' });
});
