import { expect, test } from 'vitest';
import { useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';

const people = usePeople();
const machine = useMachines(people);
const NEW = 'Another-Word-9';

test('on a terminal: current once, new twice, nothing shown, and this session goes on', async () => {
  const { logIn, run, subscriber } = await machine();
  await logIn();
  const answers = [subscriber.password, NEW, 'Mistyped-1', NEW, NEW];
  const outcome = await run(['password', 'change'], { tty: true, answers });
  expect(outcome.code).toBe(0);
  for (const secret of [subscriber.password, NEW])
    expect(outcome.stderr + outcome.stdout).not.toContain(secret);
  expect((await run(['balance'])).code).toBe(0);
  const login = ['login', subscriber.msisdn, '--password-stdin'];
  expect((await run(login, { stdin: `${subscriber.password}\n` })).code).toBe(4);
  expect((await run(login, { stdin: `${NEW}\n` })).code).toBe(0);
});

test('from two lines of stdin, telling how many sessions and which profiles ended', async () => {
  const { logIn, run, subscriber } = await machine();
  await logIn('--profile', 'home');
  await logIn('--profile', 'work');
  const stdin = `${subscriber.password}\n${NEW}\n`;
  const outcome = await run(['password', 'change', '--password-stdin', '--json', '--profile', 'work'], {
    stdin,
  });
  expect(outcome.code).toBe(0);
  expect(JSON.parse(outcome.stdout)).toMatchObject({ schema: 'password-change/1', sessions_ended: 1 });
  expect(outcome.stderr).toContain('home');
  expect((await run(['balance', '--profile', 'home'])).code).toBe(4);
  expect((await run(['balance', '--profile', 'work'])).code).toBe(0);
});

test('is the way out of a password that has to be changed', async () => {
  const { logIn, run, subscriber } = await machine({ changeRequired: true });
  await logIn();
  expect((await run(['balance'])).code).toBe(4);
  const stdin = `${subscriber.password}\n${NEW}\n`;
  expect((await run(['password', 'change', '--password-stdin'], { stdin })).code).toBe(0);
  expect((await run(['balance'])).code).toBe(0);
  expect(JSON.parse((await run(['status', '--json'])).stdout)).toMatchObject({ state: 'active' });
});

test.each([
  ['a wrong current password', (_: string) => ['Wrong-1234', NEW], 'current password is wrong'],
  ['a weak new one', (password: string) => [password, 'weak'], 'too weak'],
  ['the same one again', (password: string) => [password, password], 'same as the current'],
])('%s is refused with 3', async (_name, lines, words) => {
  const { logIn, run, subscriber } = await machine();
  await logIn();
  const stdin = `${lines(subscriber.password).join('\n')}\n`;
  const outcome = await run(['password', 'change', '--password-stdin'], { stdin });
  expect(outcome.code).toBe(3);
  expect(outcome.stderr).toContain(words);
});

test('a dry run changes nothing', async () => {
  const { logIn, run, subscriber } = await machine();
  await logIn();
  const stdin = `${subscriber.password}\n${NEW}\n`;
  expect((await run(['password', 'change', '--password-stdin', '--dry-run'], { stdin })).code).toBe(0);
  expect((await logIn()).code).toBe(0);
});

test('without a terminal it names what would have answered', async () => {
  const { logIn, run } = await machine();
  await logIn();
  const outcome = await run(['password', 'change']);
  expect(outcome.code).toBe(5);
  expect(outcome.stderr).toContain('--password-stdin');
});

test('one line of stdin is one too few', async () => {
  const { logIn, run } = await machine();
  await logIn();
  expect((await run(['password', 'change', '--password-stdin'], { stdin: 'Only-1\n' })).code).toBe(2);
});
