import { expect, test } from 'vitest';
import { useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';

const machine = useMachines(usePeople());

test('a profile that is chosen is the one of every command that follows', async () => {
  const { logIn, run } = await machine();
  await logIn('--profile', 'home');
  await logIn('--profile', 'work');
  const status = async () => JSON.parse((await run(['status', '--json'])).stdout);
  expect(await status()).toMatchObject({ profile: 'home' });
  expect((await run(['profile', 'use', 'work'])).code).toBe(0);
  expect(await status()).toMatchObject({ profile: 'work', state: 'active' });
});

test('an unknown name is refused with those that are known', async () => {
  const { logIn, run } = await machine();
  await logIn('--profile', 'home');
  const outcome = await run(['profile', 'use', 'hom']);
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain('home');
});

test('errors name the profile', async () => {
  const { run } = await machine();
  expect((await run(['balance', '--profile', 'work'])).stderr).toContain('profile work');
});
