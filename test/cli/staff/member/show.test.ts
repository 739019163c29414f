import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { useOffice } from '../../../support/office.ts';
import { usePeople } from '../../../support/people.ts';
import { readPiped, readShown } from '../../../support/shown.ts';

const people = usePeople();
const office = useOffice(people);

test('a member, with the numbers that are their own', async () => {
  await office({ login: 'ivanova', ownLines: ['9001234567', '9001234568'] });
  const { run } = await office({ role: 'administrator' });
  const words = ['staff', 'member', 'show', 'ivanova'];
  const shown = await run(words, { tty: true });
  expect(readShown(shown.stdout)).toMatchObject({
    Role: 'issuer',
    'Own numbers': '900 123-45-67, 900 123-45-68',
  });
  expect(readPiped((await run(words)).stdout)).toMatchObject({
    login: 'ivanova',
    role: 'issuer',
    region: '',
    own_lines: '9001234567, 9001234568',
    last_login_at: '',
  });
  expectGoldenKeys((await run([...words, '--json'])).stdout);
});

test('somebody who is no member', async () => {
  const { run } = await office({ role: 'administrator' });
  const outcome = await run(['staff', 'member', 'show', 'nobody']);
  expect([outcome.code, outcome.stdout]).toEqual([3, '']);
  expect(outcome.stderr).toContain('lisa staff member list');
});
