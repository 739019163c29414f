import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readShown, stripColor } from '../../support/shown.ts';
import type { NewSubscriber } from '../../support/subscribers.ts';
import { addToneService } from '../../support/tones.ts';

const people = usePeople();

/** Somebody who may give. */
async function giver(wanted: NewSubscriber = { wallet: 100_00n }) {
  const person = await people().join(wanted);
  await addToneService(people().store, person.accountId);
  return person;
}

test('a person sees the price and the new balance, agrees, and the money is set aside', async () => {
  const { run, json } = await giver();
  const friend = await people().join({ msisdn: '9223334455' });
  const { code, stdout, stderr } = await run(
    ['tone', 'gift', 'Калинка', '--to', '8 (922) 333-44-55', '--lang', 'ru'],
    {
      tty: true,
      answers: ['да'],
    },
  );
  expect(code).toBe(0);
  expect(readShown(stderr)).toMatchObject({
    Мелодия: 'Калинка',
    Исполнитель: 'Хор',
    Кому: '922\u00a0333-44-55',
    Цена: '15,00 ₽',
    'Баланс до': '100,00 ₽',
    'Баланс после': '85,00 ₽',
    Удержано: '15,00 ₽',
    'Ответить до': '06.03.2026 14:00',
  });
  expect(stripColor(stderr)).toContain('Подарить эту мелодию?');
  expect(readShown(stdout)).toMatchObject({ Состояние: 'ждёт ответа' });
  expect(stderr).toContain('lisa tone gifts');
  expect(await json('balance')).toMatchObject({ balance: { amount: '85.00' }, held: { amount: '15.00' } });
  expect((await friend.json('tone', 'gifts'))['items']).toHaveLength(1);
});

test('--yes gives without a word, in a pipe', async () => {
  const { run, msisdn } = await giver();
  const friend = await people().join();
  const { code, stdout } = await run(['tone', 'gift', 'star', '--to', friend.msisdn, '--yes']);
  expect(code).toBe(0);
  expect(readPiped(stdout)).toMatchObject({
    melody: 'star',
    from: msisdn,
    to: friend.msisdn,
    price: '60.00',
    state: 'pending',
    balance_after: '40.00',
  });
});

test('--dry-run shows the same keys and gives nothing', async () => {
  const { run, json } = await giver();
  const friend = await people().join();
  const args = ['tone', 'gift', 'star', '--to', friend.msisdn];
  const preview = await run([...args, '--dry-run', '--json']);
  expectGoldenKeys(preview.stdout);
  expect(JSON.parse(preview.stdout)).toMatchObject({ dry_run: true, balance_after: { amount: '40.00' } });
  expect(await json('tone', 'gifts')).toEqual({ schema: 'tone-gifts/1', items: [] });
  expect(await json('balance')).toMatchObject({ balance: { amount: '100.00' }, held: { amount: '0.00' } });
  const done = await run([...args, '--yes', '--json']);
  expectGoldenKeys(done.stdout);
});

test('melody and number are asked for on a terminal; a pipe exits with 5', async () => {
  const { run, json } = await giver();
  const friend = await people().join();
  const given = await run(['tone', 'gift'], { tty: true, answers: ['', friend.msisdn, 'y'] });
  expect(given.code).toBe(0);
  expect(given.stderr).toContain('Fir Tree · Choir · ₽30.00');
  expect((await json('tone', 'gifts'))['items']).toHaveLength(1);
  const noMelody = await run(['tone', 'gift', '--to', friend.msisdn, '--yes']);
  expect(noMelody).toMatchObject({ code: 5, stdout: '' });
  expect(noMelody.stderr).toContain('MELODY');
  const noNumber = await run(['tone', 'gift', 'star', '--yes']);
  expect(noNumber).toMatchObject({ code: 5, stdout: '' });
  expect(noNumber.stderr).toContain('--to');
});

test('a number that is none is a usage error', async () => {
  const { run } = await giver();
  expect(await run(['tone', 'gift', 'star', '--to', '123', '--yes'])).toMatchObject({ code: 2, stdout: '' });
});

test('each refusal exits with 3 and says why', async () => {
  const rich = await giver({ wallet: 500_00n });
  const friend = await people().join();
  const refusal = async (person: typeof rich, melody: string, to: string) => {
    const args = ['tone', 'gift', melody, '--to', to, '--yes'];
    const { code, stdout, stderr } = await person.run([...args, '--json']);
    expect([code, stdout]).toEqual([3, '']);
    const text = await person.run([...args, '--lang', 'ru']);
    expect(text.code).toBe(3);
    return { code: JSON.parse(stderr).code, text: text.stderr };
  };
  expect((await refusal(rich, 'nothing', friend.msisdn)).code).toBe('tone_not_found');
  expect((await refusal(rich, 'star', '9999999999')).code).toBe('gift_recipient_not_found');
  expect((await refusal(rich, 'star', rich.msisdn)).code).toBe('gift_to_yourself');
  expect((await refusal(friend, 'star', rich.msisdn)).code).toBe('tone_service_required');
  const poor = await refusal(await giver({ wallet: 59_99n }), 'star', friend.msisdn);
  expect(poor.code).toBe('insufficient_funds');
  expect(poor.text).toContain('нужно 60,00 ₽, доступно 59,99 ₽');
  expect(
    (await refusal(await giver({ wallet: 100_00n, state: 'blocked' }), 'star', friend.msisdn)).code,
  ).toBe('line_blocked');
  expect((await rich.run(['tone', 'gift', 'star', '--to', friend.msisdn, '--yes'])).code).toBe(0);
  expect((await refusal(rich, 'star', friend.msisdn)).code).toBe('gift_already_offered');
});

test('the preview is the same bytes in every language, and shows no code of a gift that will never be', async () => {
  const { run } = await giver();
  const friend = await people().join();
  // The id in the JSON is made anew by every dry run.
  const anonymous: typeof run = async (args, options) => {
    const outcome = await run(args, options);
    return { ...outcome, stdout: outcome.stdout.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'ID') };
  };
  const { plain } = await expectSameBytes(anonymous, [
    'tone',
    'gift',
    'star',
    '--to',
    friend.msisdn,
    '--dry-run',
  ]);
  expect(readPiped(plain)).not.toHaveProperty('gift');
});

test('an empty word is no melody and no number', async () => {
  const { run } = await giver();
  expect(await run(['tone', 'gift', '', '--to', '9001112233', '--yes'])).toMatchObject({
    code: 5,
    stdout: '',
  });
  expect(await run(['tone', 'gift', 'star', '--to', '', '--yes'])).toMatchObject({ code: 2, stdout: '' });
});
