import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { LONG, machineWithSandbox } from '../../../support/sandbox-cli.ts';

test('an SMS goes somewhere', async () => {
  const { run } = await machineWithSandbox('none');
  expect(await run(['sandbox', 'phone', 'send', 'hello'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--to 1070'),
  });
  expect(await run(['sandbox', 'phone', 'send', '--to', 'mother'])).toMatchObject({ code: 2 });
});

test('what comes back at once is shown', { timeout: LONG }, async () => {
  const { run } = await machineWithSandbox();
  await run(['sandbox', 'start']);
  const answered = await run(['sandbox', 'phone', 'send', 'пароль', '--to', '1070', '--json']);
  expectGoldenKeys(answered.stdout);
  const { to, items } = JSON.parse(answered.stdout);
  expect({ to, from: items.map(({ peer }: { peer: string }) => peer) }).toEqual({
    to: '1070',
    from: ['1070'],
  });
  const ignored = await run(['sandbox', 'phone', 'send', 'hello', '--to', '1234'], { tty: true });
  expect(ignored).toMatchObject({ code: 0, stderr: expect.stringContaining('Nothing came back') });
});
