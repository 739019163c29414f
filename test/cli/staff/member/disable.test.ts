import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { useOffice } from '../../../support/office.ts';
import { usePeople } from '../../../support/people.ts';
import { stripColor } from '../../../support/shown.ts';

const people = usePeople();
const office = useOffice(people);

test('a member who left is out at once, in the middle of an open session', async () => {
  const ivanova = await office({ login: 'leaving' });
  const { run } = await office({ role: 'administrator' });
  expect((await ivanova.run(['staff', 'subscriber', 'find', 'anybody'])).code).toBe(0);
  const words = ['staff', 'member', 'disable', 'leaving'];
  const outcome = await run(words, { tty: true, answers: ['left the company', 'y'] });
  expect(outcome.code).toBe(0);
  expect(stripColor(outcome.stdout)).toMatch(/State +disabled/);
  expect(outcome.stderr).toContain('lisa staff member reset leaving');
  const refused = await ivanova.run(['staff', 'subscriber', 'find', 'anybody']);
  expect([refused.code, refused.stdout]).toEqual([4, '']);
});

test('--dry-run locks nobody out; --json keeps its keys', async () => {
  const staying = await office({ login: 'staying' });
  const { run } = await office({ role: 'administrator' });
  const words = ['staff', 'member', 'disable', 'staying', '--reason', 'only a try', '--json'];
  const tried = await run([...words, '--dry-run']);
  expectGoldenKeys(tried.stdout);
  expect((await staying.run(['staff', 'subscriber', 'find', 'anybody'])).code).toBe(0);
  expectGoldenKeys((await run([...words, '--yes'])).stdout);
});

test('nobody locks themselves out, and a script gives the reason', async () => {
  const { run, login } = await office({ role: 'administrator' });
  const own = await run(['staff', 'member', 'disable', login, '--reason', 'a try', '--yes']);
  expect([own.code, own.stdout]).toEqual([3, '']);
  expect(own.stderr).toContain('another administrator can');
  const silent = await run(['staff', 'member', 'disable', 'staying', '--yes']);
  expect(silent.code).toBe(5);
  expect(silent.stderr).toContain('--reason');
});
