import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { control } from '../../support/sandbox.ts';
import { LONG, machineWithSandbox } from '../../support/sandbox-cli.ts';

test('without consent nothing is forgotten', async () => {
  const { run } = await machineWithSandbox('none');
  const unasked = await run(['sandbox', 'reset']);
  expect(unasked).toMatchObject({ code: 5, stderr: expect.stringContaining('--yes') });
  const declined = await run(['sandbox', 'reset'], { tty: true, answers: ['n'] });
  expect(declined).toMatchObject({ code: 1, stderr: expect.stringContaining('Nothing was done') });
  const preview = await run(['sandbox', 'reset', '--dry-run', '--json']);
  expect(JSON.parse(preview.stdout)).toMatchObject({ dry_run: true, state: 'stopped' });
});

test('everything is made anew: what was done is forgotten, the calendar too', { timeout: LONG }, async () => {
  const { run } = await machineWithSandbox();
  const { msisdn, password, friendMsisdn } = control.demo;
  const gifts = async () => {
    await run(['login', msisdn, '--password-stdin'], { stdin: `${password}\n` });
    const { items } = JSON.parse((await run(['tone', 'gifts', '--json'])).stdout);
    return items.map(({ id }: { id: string }) => id);
  };
  await run(['sandbox', 'start']);
  const before = await gifts();
  await run(['tone', 'gift', 'folk-kalinka', '--to', friendMsisdn, '--yes']);
  expect(await gifts()).toHaveLength(before.length + 1);
  await run(['sandbox', 'clock', 'advance', '30d']);
  const reset = await run(['sandbox', 'reset', '--yes', '--json']);
  expect(reset.code).toBe(0);
  expectGoldenKeys(reset.stdout);
  expect(JSON.parse(reset.stdout)).toMatchObject({ dry_run: false, state: 'running' });
  const clock = await run(['sandbox', 'clock', 'show', '--json']);
  expect(JSON.parse(clock.stdout)).toMatchObject({ offset_seconds: 0 });
  expect(await gifts()).toHaveLength(before.length);
});
