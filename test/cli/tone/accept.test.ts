import { expect, test } from 'vitest';
import { give } from '../../support/gifts.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { type Person, usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readShown } from '../../support/shown.ts';

const people = usePeople();

test('the only waiting gift is accepted without naming it', async () => {
  const friend = await people().join();
  const { giver } = await give(people(), friend, 'kalinka');
  const { code, stdout, stderr } = await friend.run(['tone', 'accept', '--lang', 'ru'], {
    tty: true,
    answers: ['да'],
  });
  expect(code).toBe(0);
  expect(stderr).toContain('подключится услуга «Вместо гудков»: 1,50 ₽ в день.');
  expect(stderr).toContain('Её слышат все, кто вам звонит.');
  expect(stderr).toContain('lisa tone set kalinka');
  expect(readShown(stdout)).toMatchObject({
    Состояние: 'принят',
    'Вместо гудков': 'подключена',
    'Оплачено до': '04.04.2026 14:00',
  });
  expect(await giver.json('balance')).toMatchObject({
    balance: { amount: '285.00' },
    held: { amount: '0.00' },
  });
});

test('of several waiting gifts a pipe has to name one, and a piece of the code is enough', async () => {
  const friend = await people().join();
  const { ids } = await give(people(), friend, 'kalinka', 'yolka', 'star');
  const [kalinka = '', yolka = '', star = ''] = ids;
  const piped = await friend.run(['tone', 'accept', '--yes']);
  expect(piped).toMatchObject({ code: 5, stdout: '' });
  expect(piped.stderr).toContain('GIFT');
  const byEnd = await friend.run(['tone', 'accept', kalinka.slice(-8).toUpperCase(), '--yes', '--json']);
  expectGoldenKeys(byEnd.stdout);
  expect(JSON.parse(byEnd.stdout)).toMatchObject({ gift: { id: kalinka, state: 'accepted' } });
  const common = yolka.slice(0, 4);
  expect((await friend.run(['tone', 'accept', common, '--yes'])).code).toBe(2);
  const whole = await friend.run(['tone', 'accept', star], { tty: true, answers: ['y'] });
  expect(whole.code).toBe(0);
  expect(await friend.json('tone', 'accept', '--dry-run')).toMatchObject({ gift: { id: yolka } });
});

test('--dry-run shows the same keys and settles nothing', async () => {
  const friend = await people().join();
  await give(people(), friend, 'kalinka');
  const { json } = await expectSameBytes(friend.run, ['tone', 'accept', '--dry-run']);
  expectGoldenKeys(json);
  expect(JSON.parse(json)).toMatchObject({ dry_run: true });
  expect(await friend.json('tone', 'gifts')).toMatchObject({ items: [{ state: 'pending' }] });
});

test('an empty word accepts nothing, even when only one gift waits', async () => {
  const friend = await people().join();
  await give(people(), friend, 'kalinka');
  expect(await friend.run(['tone', 'accept', '', '--yes'])).toMatchObject({ code: 3, stdout: '' });
  expect(await friend.json('tone', 'gifts')).toMatchObject({ items: [{ state: 'pending' }] });
});

test('each refusal exits with 3 and says why', async () => {
  const friend = await people().join();
  const refusal = async (person: Person, ...args: string[]) => {
    const { code, stdout, stderr } = await person.run(['tone', ...args, '--yes', '--json']);
    expect([code, stdout]).toEqual([3, '']);
    return JSON.parse(stderr);
  };
  expect(await refusal(friend, 'accept')).toMatchObject({
    code: 'gift_not_found',
    hint: expect.stringContaining('gifts'),
  });
  expect(await refusal(friend, 'refuse', 'deadbeef')).toMatchObject({ code: 'gift_not_found' });
  expect(await refusal(friend, 'accept', 'калинка')).toMatchObject({ code: 'gift_not_found' });
  expect(await refusal(friend, 'accept', '01900000-0000-7000-8000-000000000000')).toMatchObject({
    code: 'gift_not_found',
  });
  const { giver, ids } = await give(people(), friend, 'kalinka', 'star');
  const [kalinka = '', star = ''] = ids;
  expect(await refusal(giver, 'accept', kalinka)).toMatchObject({ code: 'gift_not_found' });
  expect((await friend.run(['tone', 'accept', kalinka, '--yes'])).code).toBe(0);
  const settled = await friend.run(['tone', 'refuse', kalinka.slice(-8), '--yes', '--lang', 'ru']);
  expect(settled.code).toBe(3);
  expect(settled.stderr).toContain('Подарок уже решён: принят.');
  people().cabinet.clock.advance(25 * 3_600_000);
  const again = await people().logInAgain(friend);
  const late = await again(['tone', 'accept', star, '--yes', '--lang', 'ru']);
  expect(late.code).toBe(3);
  expect(late.stderr).toContain('06.03.2026 14:00');
});
