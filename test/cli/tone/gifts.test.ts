import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { type Person, usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readRows, readShown } from '../../support/shown.ts';
import { addToneService } from '../../support/tones.ts';

const people = usePeople();

async function give(to: Person, ...melodies: string[]): Promise<{ giver: Person; ids: string[] }> {
  const giver = await people().join({ wallet: 300_00n });
  await addToneService(people().store, giver.accountId);
  const ids: string[] = [];
  for (const melody of melodies) {
    const { gift } = await giver.json('tone', 'gift', melody, '--to', to.msisdn, '--yes');
    ids.push((gift as { id: string }).id);
  }
  return { giver, ids };
}

test('both sides see a gift, each with the other number', async () => {
  const friend = await people().join({ msisdn: '9225556677' });
  const { giver, ids } = await give(friend, 'kalinka');
  const given = await giver.run(['tone', 'gifts', '--lang', 'ru'], { tty: true, columns: 120 });
  const short = ids[0]?.slice(-8);
  expect(readRows(given.stdout)).toEqual([
    'Подарок|Кто дарит|Мелодия|Номер|Цена|Состояние|Ответить до',
    `${short}|вы|Калинка|922\u00a0555-66-77|15,00 ₽|ждёт ответа|06.03.2026 14:00`,
  ]);
  const received = await friend.run(['tone', 'gifts'], { tty: true, columns: 120 });
  expect(readRows(received.stdout)[1]).toMatch(new RegExp(`^${short}\\|to you\\|Kalinka\\|`));
  expect(received.stderr).toContain('lisa tone accept');
  const { plain, json } = await expectSameBytes(friend.run, ['tone', 'gifts']);
  expect(plain).toBe(
    `${ids[0]}\treceived\tkalinka\t${giver.msisdn}\t15.00\tpending\t2026-03-06T14:00:00+05:00\n`,
  );
  expectGoldenKeys(json);
});

test('no gifts are an empty list and exit 0', async () => {
  const { run } = await people().join();
  expect(await run(['tone', 'gifts'], { tty: true })).toMatchObject({
    code: 0,
    stdout: '',
    stderr: 'No gifts yet.\n',
  });
  expect(await run(['tone', 'gifts'])).toMatchObject({ code: 0, stdout: '' });
});

test('the only waiting gift is accepted without naming it', async () => {
  const friend = await people().join();
  const { giver } = await give(friend, 'kalinka');
  const { code, stdout, stderr } = await friend.run(['tone', 'accept', '--lang', 'ru'], {
    tty: true,
    answers: ['да'],
  });
  expect(code).toBe(0);
  expect(stderr).toContain('ежедневная плата');
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

test('a refused gift gives the money back', async () => {
  const friend = await people().join();
  const { giver, ids } = await give(friend, 'kalinka');
  const { code, stdout } = await friend.run(['tone', 'refuse', '--yes']);
  expect(code).toBe(0);
  expect(readPiped(stdout)).toMatchObject({ gift: ids[0], state: 'refused' });
  expect(await giver.json('balance')).toMatchObject({
    balance: { amount: '300.00' },
    held: { amount: '0.00' },
  });
});

test('of several waiting gifts a terminal chooses, a pipe exits with 5, and a piece of the code is enough', async () => {
  const friend = await people().join();
  const { ids } = await give(friend, 'kalinka', 'yolka', 'star');
  const [kalinka = '', yolka = '', star = ''] = ids;
  const piped = await friend.run(['tone', 'accept', '--yes']);
  expect(piped).toMatchObject({ code: 5, stdout: '' });
  expect(piped.stderr).toContain('GIFT');
  const byEnd = await friend.run(['tone', 'accept', kalinka.slice(-8).toUpperCase(), '--yes', '--json']);
  expectGoldenKeys(byEnd.stdout);
  expect(JSON.parse(byEnd.stdout)).toMatchObject({ gift: { id: kalinka, state: 'accepted' } });
  const whole = await friend.run(['tone', 'refuse', yolka, '--yes', '--json']);
  expectGoldenKeys(whole.stdout);
  const both = yolka.slice(0, 4);
  expect((await friend.run(['tone', 'accept', both, '--yes'])).code).toBe(2);
  const chosen = await friend.run(['tone', 'refuse', star], { tty: true, answers: ['y'] });
  expect(chosen.code).toBe(0);
});

test('a terminal is offered the waiting gifts', async () => {
  const friend = await people().join();
  await give(friend, 'kalinka', 'star');
  const { code, stderr } = await friend.run(['tone', 'refuse'], { tty: true, answers: ['', 'y'] });
  expect(code).toBe(0);
  expect(stderr).toContain('Star 100% · Wind Band');
  expect(stderr).toContain('Kalinka · Choir');
});

test('--dry-run shows the same keys and settles nothing', async () => {
  const friend = await people().join();
  await give(friend, 'kalinka');
  for (const verb of ['accept', 'refuse']) {
    const { json } = await expectSameBytes(friend.run, ['tone', verb, '--dry-run']);
    expectGoldenKeys(json);
    expect(JSON.parse(json)).toMatchObject({ dry_run: true });
  }
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
  const { giver, ids } = await give(friend, 'kalinka', 'star');
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
