import { expect, test } from 'vitest';
import { useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';

const people = usePeople();
const machine = useMachines(people);

test('a profile that is removed is logged out of, and the one that is left is in use', async () => {
  const { logIn, run, cli } = await machine();
  await logIn('--profile', 'home');
  await logIn('--profile', 'work');
  await run(['profile', 'use', 'work']);
  expect((await run(['profile', 'remove', 'work'])).code).toBe(0);
  expect(await cli.secrets.get('work', people().cabinet.url)).toBeUndefined();
  const status = JSON.parse((await run(['status', '--json'])).stdout);
  expect(status).toMatchObject({ profile: 'home', state: 'active' });
});

test('an unknown name is refused with those that are known', async () => {
  const { logIn, run } = await machine();
  await logIn('--profile', 'home');
  const outcome = await run(['profile', 'remove', 'hom']);
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain('home');
});
