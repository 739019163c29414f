import { expect, test } from 'vitest';
import { give } from '../../support/gifts.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped } from '../../support/shown.ts';

const people = usePeople();

test('a refused gift gives the money back', async () => {
  const friend = await people().join();
  const { giver, ids } = await give(people(), friend, 'kalinka');
  const { code, stdout } = await friend.run(['tone', 'refuse', '--yes']);
  expect(code).toBe(0);
  expect(readPiped(stdout)).toMatchObject({ gift: ids[0], state: 'refused' });
  expect(await giver.json('balance')).toMatchObject({
    balance: { amount: '300.00' },
    held: { amount: '0.00' },
  });
});

test('a terminal is offered the waiting gifts', async () => {
  const friend = await people().join();
  await give(people(), friend, 'kalinka', 'star');
  const { code, stderr } = await friend.run(['tone', 'refuse'], { tty: true, answers: ['', 'y'] });
  expect(code).toBe(0);
  expect(stderr).toContain('Star 100% · Wind Band');
  expect(stderr).toContain('Kalinka · Choir');
});

test('--dry-run shows the same keys and settles nothing', async () => {
  const friend = await people().join();
  await give(people(), friend, 'kalinka');
  const { json } = await expectSameBytes(friend.run, ['tone', 'refuse', '--dry-run']);
  expectGoldenKeys(json);
  expect(JSON.parse(json)).toMatchObject({ dry_run: true });
  expect(await friend.json('tone', 'gifts')).toMatchObject({ items: [{ state: 'pending' }] });
});

test('a whole code may be given, and a gift that is not mine is refused with 3', async () => {
  const friend = await people().join();
  const { giver, ids } = await give(people(), friend, 'kalinka');
  const [id = ''] = ids;
  const mine = await giver.run(['tone', 'refuse', id, '--yes', '--json']);
  expect(mine.code).toBe(3);
  expect(JSON.parse(mine.stderr)).toMatchObject({ code: 'gift_not_found' });
  const done = await friend.run(['tone', 'refuse', id, '--yes', '--json']);
  expectGoldenKeys(done.stdout);
  const again = await friend.run(['tone', 'refuse', id, '--yes']);
  expect(again.code).toBe(3);
  expect(again.stderr).toContain('settled already: refused');
});
