import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { LONG, machineWithSandbox } from '../../support/sandbox-cli.ts';

test('the code of a member logs them in, and the next one is asked for after it', {
  timeout: LONG,
}, async () => {
  const { run } = await machineWithSandbox();
  await run(['sandbox', 'start']);
  const shown = await run(['sandbox', 'authenticator', 'admin', '--json']);
  expectGoldenKeys(shown.stdout);
  const { code } = JSON.parse(shown.stdout);
  const login = await run(['login', '--staff', 'admin', '--password-stdin', '--profile', 'sandbox'], {
    stdin: `Staff-2026\n${code}\n`,
  });
  expect(login.code).toBe(0);
  const next = await run(['sandbox', 'authenticator', 'admin']);
  expect(next.stdout).not.toContain(code);
  expect((await run(['sandbox', 'authenticator', 'nobody'])).code).toBe(3);
});
