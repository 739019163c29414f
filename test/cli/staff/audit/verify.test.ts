import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { useOffice } from '../../../support/office.ts';
import { usePeople } from '../../../support/people.ts';
import { readPiped } from '../../../support/shown.ts';

const people = usePeople();
const office = useOffice(people);

const VERIFY = ['staff', 'audit', 'verify'];

test('a trail that nobody touched is whole, and its newest record proves later that it still is', async () => {
  const { run } = await office({ role: 'auditor' });
  const first = await run(VERIFY);
  expect(first.code).toBe(0);
  const head = readPiped(first.stdout)['head'] ?? '';
  const noted = await run([...VERIFY, '--expect', head.toUpperCase()]);
  expect(noted.code).toBe(head === '' ? 2 : 0);
  const again = await run(VERIFY);
  const later = readPiped(again.stdout)['head'] ?? '';
  expect((await run([...VERIFY, '--expect', later])).code).toBe(0);
  expectGoldenKeys((await run([...VERIFY, '--json'])).stdout);
});

test('another record than the one that was noted is found, with 1', async () => {
  const { run } = await office({ role: 'auditor' });
  await run(VERIFY);
  const outcome = await run([...VERIFY, '--expect', `1:${'a'.repeat(64)}`, '--lang', 'ru'], { tty: true });
  expect(outcome.code).toBe(1);
  expect(outcome.stdout).toContain('Нарушения');
  expect(outcome.stderr).toContain('Журнал не тот, каким был записан.');
});

test.each(['7', '7:abc', `0:${'a'.repeat(64)}`])('--expect %s is a mistake', async (anchor) => {
  const { run } = await office({ role: 'auditor' });
  expect((await run([...VERIFY, '--expect', anchor])).code).toBe(2);
});

test('a record that was changed in the database is found', async () => {
  const { run } = await office({ role: 'auditor' });
  await run(VERIFY);
  await people().store.transact(async (tx) => {
    await sql`alter table staff_audit disable trigger all`.execute(tx);
    await sql`update staff_audit set result = 'untrue' where sequence = 1`.execute(tx);
    await sql`alter table staff_audit enable trigger all`.execute(tx);
  });
  const outcome = await run([...VERIFY, '--json']);
  expect(outcome.code).toBe(1);
  expect(JSON.parse(outcome.stdout)).toMatchObject({ problems: [{ sequence: 1, kind: 'changed' }] });
});
