import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readShown, stripColor } from '../../support/shown.ts';
import { addToneService } from '../../support/tones.ts';

const people = usePeople();
const rich = { wallet: 200_00n };

test('a person sees what it costs now and later, agrees, and has their first tone', async () => {
  const { run, json } = await people().join(rich);
  const { code, stdout, stderr } = await run(['tone', 'set', 'Ёлка', '--lang', 'ru'], {
    tty: true,
    answers: ['да'],
  });
  expect(code).toBe(0);
  expect(readShown(stderr)).toMatchObject({
    Мелодия: 'Ёлка',
    Исполнитель: 'Хор',
    'Кто слышит': 'все',
    Когда: 'весь день',
    Цена: '30,00 ₽',
    'Оплачено до': '04.04.2026 14:00',
    Продление: '30,00 ₽ каждые 30 дней',
    'Плата за день': '1,50 ₽',
    'Баланс до': '200,00 ₽',
    'Баланс после': '170,00 ₽',
  });
  expect(stripColor(stderr)).toContain(
    'подключится услуга «Вместо гудков»: 1,50 ₽ в день, впервые 06.03.2026 14:00.',
  );
  expect(stripColor(stderr)).toContain('Поставить эту мелодию?');
  expect(readShown(stdout)).toMatchObject({ 'Вместо гудков': 'подключена' });
  expect(stderr).toContain('lisa tone list');
  expect(await json('tone', 'list')).toMatchObject({ playing: { melody: { id: 'yolka' } } });
});

test('a caller and a time of day may be given, as people write them', async () => {
  const { run } = await people().join(rich);
  const args = ['tone', 'set', 'kalinka', '--for', '8 (922) 333-44-55', '--from', '22:00', '--to', '7:30'];
  const { code, stdout } = await run([...args, '--yes']);
  expect(code).toBe(0);
  expect(readPiped(stdout)).toMatchObject({
    melody: 'kalinka',
    caller: '9223334455',
    time: '22:00-07:30',
    price: '15.00',
    renewal: '15.00',
    tone_service: 'active',
    balance_after: '185.00',
  });
  const shown = await run([...args, '--dry-run'], { tty: true });
  expect(readShown(shown.stdout)).toMatchObject({
    'Who hears it': '922\u00a0333-44-55',
    When: '22:00–07:30',
    Price: '₽0.00',
  });
});

test('what is replaced and stops renewing is said before it happens', async () => {
  const { run } = await people().join(rich);
  await run(['tone', 'set', 'kalinka', '--yes']);
  const { stdout, stderr } = await run(['tone', 'set', 'star', '--dry-run'], { tty: true });
  expect(readShown(stdout)).toMatchObject({ Melody: 'Star 100%', 'Instead of': 'Kalinka' });
  expect(stderr).toContain('«Kalinka» is no longer heard and does not renew; it is paid until');
});

test('--no-renew buys 30 days only; setting the melody again turns renewal on', async () => {
  const { run } = await people().join(rich);
  const once = await run(['tone', 'set', 'kalinka', '--no-renew', '--yes'], { tty: true });
  expect(readShown(once.stdout)).toMatchObject({ Renewal: 'no' });
  expect(once.stderr).toContain('and then ends');
  const again = await run(['tone', 'set', 'kalinka', '--yes']);
  expect(readPiped(again.stdout)).toMatchObject({ price: '0.00', renewal: '15.00' });
});

test('--dry-run shows the same keys, the same bytes in every language, and sets nothing', async () => {
  const { run, json } = await people().join(rich);
  await run(['tone', 'set', 'kalinka', '--yes']);
  const args = ['tone', 'set', 'star'];
  const { plain, json: preview } = await expectSameBytes(run, [...args, '--dry-run']);
  expect(readPiped(plain)).not.toHaveProperty('setting');
  expectGoldenKeys(preview);
  expect(await json('tone', 'list')).toMatchObject({ playing: { melody: { id: 'kalinka' } } });
  expectGoldenKeys((await run([...args, '--yes', '--json'])).stdout);
});

test('while the service is paused it says when the melody will be heard', async () => {
  const person = await people().join({ wallet: 1_00n });
  await addToneService(people().store, person.accountId, 'paused');
  const { code, stderr } = await person.run(['tone', 'set', 'silence', '--yes', '--lang', 'ru'], {
    tty: true,
  });
  expect(code).toBe(0);
  expect(stderr).toContain('Мелодия зазвучит после пополнения: lisa pay СУММА');
});

test('the melody is asked for on a terminal; a pipe exits with 5', async () => {
  const { run, json } = await people().join(rich);
  const { code } = await run(['tone', 'set'], { tty: true, answers: ['', 'y'] });
  expect(code).toBe(0);
  expect(await json('tone', 'list')).toMatchObject({ settings: [{ melody: { id: 'yolka' } }] });
  const piped = await run(['tone', 'set', '--yes']);
  expect(piped).toMatchObject({ code: 5, stdout: '' });
  expect(piped.stderr).toContain('MELODY');
});

test.each([
  [['--from', '09:00']],
  [['--to', '09:00']],
  [['--from', '09:00', '--to', '9:00']],
  [['--from', '24:00', '--to', '09:00']],
  [['--from', 'nine', '--to', '10:00']],
  [['--for', '123']],
])('%j is a usage error', async (more) => {
  const { run } = await people().join(rich);
  expect(await run(['tone', 'set', 'star', ...more, '--yes'])).toMatchObject({ code: 2, stdout: '' });
});

test('each refusal exits with 3 and says why', async () => {
  const poor = await people().join({ wallet: 59_99n });
  const refusal = async (person: typeof poor, melody: string) => {
    const { code, stdout, stderr } = await person.run(['tone', 'set', melody, '--yes', '--json']);
    expect([code, stdout]).toEqual([3, '']);
    return JSON.parse(stderr).code;
  };
  expect(await refusal(poor, 'nothing')).toBe('tone_not_found');
  expect(await refusal(poor, 'star')).toBe('insufficient_funds');
  expect(await refusal(await people().join({ ...rich, state: 'blocked' }), 'star')).toBe('line_blocked');
});
