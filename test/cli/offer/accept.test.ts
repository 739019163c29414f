import { beforeAll, expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { addOffers, makeOffers } from '../../support/offers.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readShown, stripColor } from '../../support/shown.ts';

const people = usePeople();
beforeAll(() => addOffers(people().store));

test('a person sees package and price, agrees, and finds the package at the balance', async () => {
  const { run, json, accountId } = await people().join({ wallet: 100_00n });
  await makeOffers(people().store, accountId, { week: 20 });
  const { code, stdout, stderr } = await run(['offer', 'accept', 'week', '--lang', 'ru'], {
    tty: true,
    answers: ['да'],
  });
  expect(code).toBe(0);
  expect(readShown(stderr)).toMatchObject({
    Предложение: '10 ГБ на неделю',
    Цена: '99,00 ₽',
    'Пакет до': '12.03.2026 14:00',
    'Баланс после': '1,00 ₽',
  });
  expect(stripColor(stderr)).toContain('Принять это предложение?');
  expect(readShown(stdout)).toMatchObject({ 'Баланс после': '1,00 ₽' });
  expect(await json('balance')).toMatchObject({
    remains: [{ usage_type: 'data', remaining: 10_737_418_240 }],
  });
});

test('--dry-run shows the same keys and changes nothing, in every language', async () => {
  const { run, json, accountId } = await people().join({ wallet: 100_00n });
  await makeOffers(people().store, accountId, { week: 20 });
  const { plain, json: preview } = await expectSameBytes(run, ['offer', 'accept', 'week', '--dry-run']);
  expect(readPiped(plain)).toMatchObject({ offer: 'week', balance_after: '1.00' });
  expectGoldenKeys(preview);
  expect(await json('offer', 'show', 'week')).toMatchObject({ state: 'open' });
  const done = await run(['offer', 'accept', 'week', '--yes', '--json']);
  expectGoldenKeys(done.stdout);
  expect(JSON.parse(done.stdout)).toMatchObject({ dry_run: false, offer: { state: 'accepted' } });
});

test('without an offer a terminal is offered the open ones, a pipe exits with 5', async () => {
  const { run, json, accountId } = await people().join({ wallet: 100_00n });
  await makeOffers(people().store, accountId, { week: -1, thanks: 5 });
  const chosen = await run(['offer', 'accept'], { tty: true, answers: ['', 'y'] });
  expect(chosen.code).toBe(0);
  expect(chosen.stderr).not.toContain('10 GB for a week');
  expect(await json('offer', 'show', 'thanks')).toMatchObject({ state: 'accepted' });
  expect((await run(['offer', 'accept', '--yes'])).code).toBe(5);
  const none = await run(['offer', 'accept'], { tty: true, answers: [''] });
  expect(none.code).toBe(3);
  expect(none.stderr).toContain('nothing to choose from');
});

test.each([
  ['an offer to others', {}, 'thanks', 'offer_not_found', 'lisa offer list'],
  ['one that ran out', {}, 'greetings', 'offer_expired', '4 Mar 2026, 14:00'],
  ['too little money', { wallet: 98_99n }, 'week', 'insufficient_funds', 'lisa pay AMOUNT'],
  ['a blocked SIM', { state: 'blocked' }, 'week', 'line_blocked', 'lisa sim unblock'],
] as const)('%s is refused with 3', async (_, wanted, offer, refusal, text) => {
  const { run, accountId } = await people().join(wanted);
  await makeOffers(people().store, accountId, { week: 20, greetings: -1 });
  const told = await run(['offer', 'accept', offer, '--yes']);
  expect([told.code, told.stdout]).toEqual([3, '']);
  expect(told.stderr).toContain(text);
  const json = await run(['offer', 'accept', offer, '--yes', '--json']);
  expect(JSON.parse(json.stderr)).toMatchObject({ schema: 'error/1', code: refusal });
});

test('a second time it is refused with 3 (R15)', async () => {
  const { run, accountId } = await people().join({ wallet: 500_00n });
  await makeOffers(people().store, accountId, { week: 20 });
  expect((await run(['offer', 'accept', 'week', '--yes'])).code).toBe(0);
  const again = await run(['offer', 'accept', 'week', '--yes', '--json']);
  expect(again.code).toBe(3);
  expect(JSON.parse(again.stderr)).toMatchObject({ code: 'offer_already_accepted' });
});
