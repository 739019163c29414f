import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addLot } from '../../support/bonus.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readShown, stripColor } from '../../support/shown.ts';
import type { NewSubscriber } from '../../support/subscribers.ts';

const people = usePeople();

async function rich(wanted: NewSubscriber = {}) {
  const person = await people().join({ wallet: 10_00n, ...wanted });
  await addLot(people().store, person.accountId, { amount: 400_00n, daysAgo: 100 });
  return person;
}

test('a person sees both balances, agrees, and has the money (R13)', async () => {
  const { run, json } = await rich();
  const { code, stdout, stderr } = await run(['bonus', 'spend', '100,50', '--lang', 'ru'], {
    tty: true,
    answers: ['да'],
  });
  expect(code).toBe(0);
  const shown = {
    'Бонусов на баланс': '100,50 ₽',
    'Бонусов до': '400,00 ₽',
    'Бонусов после': '299,50 ₽',
    'Баланс до': '10,00 ₽',
    'Баланс после': '110,50 ₽',
  };
  expect(readShown(stderr)).toMatchObject(shown);
  expect(readShown(stdout)).toEqual(shown);
  expect(stripColor(stderr)).toContain('Перевести бонусы на баланс?');
  expect(await json('balance')).toMatchObject({ balance: { amount: '110.50' } });
});

test('a no changes nothing', async () => {
  const { run, json } = await rich();
  expect((await run(['bonus', 'spend', '100'], { tty: true, answers: [''] })).code).toBe(1);
  expect(await json('balance')).toMatchObject({ balance: { amount: '10.00' } });
});

test('what was paid from it at once is told: the tariff that had waited (R8)', async () => {
  const { run, accountId } = await rich();
  await people().store.transact((tx) =>
    sql`update lines set next_fee_at = null, fee_unpaid_since = '2026-03-01T09:00:00Z'
      where account_id = ${accountId}`.execute(tx),
  );
  const { stdout } = await run(['bonus', 'spend', '300', '--yes', '--lang', 'ru'], { tty: true });
  expect(readShown(stdout)).toMatchObject({ 'Из них сразу списано': '300,00 ₽', 'Баланс после': '10,00 ₽' });
});

test('--dry-run shows the same keys and spends nothing, in every language', async () => {
  const { run, json } = await rich();
  const { plain, json: preview } = await expectSameBytes(run, ['bonus', 'spend', '100', '--dry-run']);
  expect(readPiped(plain)).toMatchObject({ spent: '100.00', balance_after: '110.00' });
  expectGoldenKeys(preview);
  expect(await json('bonus', 'show')).toMatchObject({ balance: { amount: '400.00' } });
  const done = await run(['bonus', 'spend', '100', '--yes', '--json']);
  expectGoldenKeys(done.stdout);
  expect(JSON.parse(done.stdout)).toMatchObject({ dry_run: false, bonus_after: { amount: '300.00' } });
});

test.each([
  ['more than there is', {}, '400.01', 'bonus_insufficient', '₽400.01 is needed, ₽400.00 is available'],
  ['a disconnected line', { state: 'disconnected' }, '1', 'line_disconnected', 'office'],
] as const)('%s is refused with 3', async (_, wanted, amount, refusal, text) => {
  const { run } = await rich(wanted);
  const told = await run(['bonus', 'spend', amount, '--yes']);
  expect([told.code, told.stdout]).toEqual([3, '']);
  expect(told.stderr).toContain(text);
  const json = await run(['bonus', 'spend', amount, '--yes', '--json']);
  expect(JSON.parse(json.stderr)).toMatchObject({ code: refusal });
});

test.each([['0'], ['many'], ['1.001'], ['10000000000'], []])(
  'an amount of «%s» is a usage error',
  async (...amount) => {
    const { run } = await rich();
    expect(await run(['bonus', 'spend', ...amount, '--yes'])).toMatchObject({ code: 2, stdout: '' });
  },
);
