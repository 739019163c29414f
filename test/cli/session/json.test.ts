import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';

const machine = useMachines(usePeople());

test('the commands around the session keep the keys of their JSON', async () => {
  const { logIn, run, subscriber } = await machine();
  expectGoldenKeys((await logIn('--json', '--profile', 'home')).stdout);
  const lines = [
    'status',
    'profile list',
    'profile use home',
    'config list',
    'config get server',
    'config set timeout 20',
    'doctor',
    'logout',
    'profile remove home',
  ];
  for (const line of lines) {
    const { code, stdout } = await run([...line.split(' '), '--json']);
    // The clock of a test is not that of its machine, and the doctor says so.
    expect(code).toBe(line === 'doctor' ? 1 : 0);
    expectGoldenKeys(stdout);
  }
  await logIn();
  const stdin = `${subscriber.password}\nAnother-Word-9\n`;
  expectGoldenKeys((await run(['password', 'change', '--password-stdin', '--json'], { stdin })).stdout);
});

test('the JSON is the same in every language', async () => {
  const { logIn, run } = await machine();
  await logIn();
  for (const line of ['status', 'config list', 'profile list']) {
    const english = await run([...line.split(' '), '--json'], { env: { LISA_LANG: 'en', TZ: 'UTC' } });
    const russian = await run([...line.split(' '), '--json'], { env: { LISA_LANG: 'ru', TZ: 'Asia/Tokyo' } });
    expect(russian.stdout).toBe(english.stdout);
  }
});
