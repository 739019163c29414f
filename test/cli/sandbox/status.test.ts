import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { LONG, machineWithSandbox } from '../../support/sandbox-cli.ts';
import { readShown } from '../../support/shown.ts';

test('without a sandbox it says how to start one', async () => {
  const { run } = await machineWithSandbox('none');
  const status = await run(['sandbox', 'status', '--json']);
  expectGoldenKeys(status.stdout);
  expect(JSON.parse(status.stdout)).toMatchObject({ state: 'stopped', url: null });
  expect(status.stderr).toContain('lisa sandbox start');
});

test('a running one is shown with its address, and never its control token', { timeout: LONG }, async () => {
  const { run } = await machineWithSandbox();
  const { url, pid } = JSON.parse((await run(['sandbox', 'start', '--json'])).stdout);
  const shown = await run(['sandbox', 'status', '--lang', 'ru'], { tty: true });
  expect(readShown(shown.stdout)).toMatchObject({
    Состояние: 'работает',
    Адрес: url,
    Процесс: String(pid),
  });
  expect((await run(['sandbox', 'status', '--json'])).stdout).not.toContain('token');
});
