import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { useOffice } from '../../../support/office.ts';
import { usePeople } from '../../../support/people.ts';
import { stripColor } from '../../../support/shown.ts';

const people = usePeople();
const office = useOffice(people);

test('a member who lost the phone gets a new first password; open sessions end', async () => {
  const lost = await office({ login: 'lost.phone' });
  const { run } = await office({ role: 'administrator' });
  const words = ['staff', 'member', 'reset', 'lost.phone', '--reason', 'lost the phone'];
  const outcome = await run(words, { tty: true, answers: ['y'] });
  expect(outcome.code).toBe(0);
  expect(stripColor(outcome.stderr)).toContain('open sessions end');
  expect(stripColor(outcome.stdout)).toMatch(/State +invited/);
  expect(stripColor(outcome.stdout)).toMatch(/First password +[a-z]{4}-[a-z]{4}-[a-z]{4}/);
  expect((await lost.run(['staff', 'subscriber', 'find', 'anybody'])).code).toBe(4);
});

test('--dry-run shows no password; --json keeps its keys', async () => {
  await office({ login: 'twice' });
  const { run, json } = await office({ role: 'administrator' });
  const words = ['staff', 'member', 'reset', 'twice', '--reason', 'a new phone'];
  const tried = await run([...words, '--dry-run', '--json']);
  expectGoldenKeys(tried.stdout);
  expect(JSON.parse(tried.stdout)).toMatchObject({ one_time_password: null });
  expect(await json(...words, '--yes')).toMatchObject({
    one_time_password: expect.stringMatching(/^[a-z]{4}-/),
  });
});

test('nobody resets themselves', async () => {
  const { run, login } = await office({ role: 'administrator' });
  const own = await run(['staff', 'member', 'reset', login, '--reason', 'a try', '--yes']);
  expect([own.code, own.stdout]).toEqual([3, '']);
});
