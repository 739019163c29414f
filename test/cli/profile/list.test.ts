import { expect, test } from 'vitest';
import { useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';

const people = usePeople();
const machine = useMachines(people);

test('profiles are listed with their cabinets, and which one is in use', async () => {
  const { logIn, run } = await machine({ msisdn: '9006660022' });
  const { url: server } = people().cabinet;
  await logIn('--profile', 'home');
  const second = await logIn('--profile', 'work');
  expect(second.stderr).toContain('lisa profile use work');
  const account = '900 ***-**-22';
  expect(JSON.parse((await run(['profile', 'list', '--json'])).stdout)).toEqual({
    schema: 'profile-list/1',
    items: [
      { name: 'home', server, account, current: true },
      { name: 'work', server, account, current: false },
    ],
  });
  const lines = [`home\t${server}\t${account}\tcurrent`, `work\t${server}\t${account}\t`, ''];
  expect((await run(['profile', 'list'])).stdout).toBe(lines.join('\n'));
});

test('an empty list is empty, and says how to begin', async () => {
  const { run } = await machine();
  expect(await run(['profile', 'list'])).toMatchObject({ code: 0, stdout: '' });
  expect((await run(['profile', 'list'], { tty: true })).stderr).toContain('lisa login');
  expect(JSON.parse((await run(['profile', 'list', '--json'])).stdout).items).toEqual([]);
});
