import { expect, test } from 'vitest';
import { useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';

const people = usePeople();
const machine = useMachines(people);

test('profiles are listed, chosen and forgotten', async () => {
  const { logIn, run, cli } = await machine();
  const { url } = people().cabinet;
  await logIn('--profile', 'home');
  const second = await logIn('--profile', 'work');
  expect(second.stderr).toContain('lisa profile use work');
  const list = JSON.parse((await run(['profile', 'list', '--json'])).stdout);
  expect(list).toMatchObject({
    schema: 'profile-list/1',
    items: [
      { name: 'home', server: url, current: true },
      { name: 'work', server: url, current: false },
    ],
  });
  expect((await run(['profile', 'use', 'work'])).code).toBe(0);
  expect(JSON.parse((await run(['status', '--json'])).stdout)).toMatchObject({
    profile: 'work',
    state: 'active',
  });
  expect((await run(['profile', 'remove', 'work'])).code).toBe(0);
  expect(await cli.secrets.get('work', url)).toBeUndefined();
  expect(JSON.parse((await run(['status', '--json'])).stdout)).toMatchObject({
    profile: 'home',
    state: 'active',
  });
});

test.each([['use'], ['remove']])('profile %s of an unknown name lists those that are', async (verb) => {
  const { logIn, run } = await machine();
  await logIn('--profile', 'home');
  const outcome = await run(['profile', verb, 'hom']);
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain('home');
});

test('an empty list is empty, and says how to begin', async () => {
  const { run } = await machine();
  expect(await run(['profile', 'list'])).toMatchObject({ code: 0, stdout: '' });
  expect((await run(['profile', 'list'], { tty: true })).stderr).toContain('lisa login');
  expect(JSON.parse((await run(['profile', 'list', '--json'])).stdout).items).toEqual([]);
});

test('errors name the profile', async () => {
  const { run } = await machine();
  expect((await run(['balance', '--profile', 'work'])).stderr).toContain('profile work');
});
