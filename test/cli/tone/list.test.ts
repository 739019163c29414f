import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readRows, readShown, stripColor } from '../../support/shown.ts';
import { addToneService } from '../../support/tones.ts';

const people = usePeople();

async function withTones() {
  const person = await people().join({ wallet: 200_00n });
  const set = (...args: string[]) => person.run(['tone', 'set', ...args, '--yes']);
  await set('kalinka');
  await set('yolka', '--for', '9223334455', '--no-renew');
  await set('star', '--from', '22:00', '--to', '07:00');
  return person;
}

test('a person sees the service, who hears what in the order of R10, and their melodies', async () => {
  const { run } = await withTones();
  const { stdout, stderr } = await run(['tone', 'list', '--lang', 'ru'], { tty: true, columns: 80 });
  expect(readShown(stdout)).toMatchObject({
    'Вместо гудков': 'подключена',
    'Плата за день': '1,50 ₽',
    'Следующее списание': '06.03.2026 14:00',
    Слышно: 'Калинка',
  });
  const rows = readRows(stdout);
  const settings = rows.slice(rows.indexOf('Настройка|Кто слышит|Когда|Мелодия') + 1);
  expect(settings.slice(0, 3).map((row) => row.replace(/^[^|]+\|/, ''))).toEqual([
    '922\u00a0333-44-55|весь день|Ёлка',
    'все|22:00–07:00|Звезда 100%',
    'все|весь день|Калинка',
  ]);
  expect(rows).toContain('Ёлка|30,00 ₽|оплачена|04.04.2026 14:00|нет');
  expect(stderr).toContain('lisa tone remove');
  for (const line of stripColor(stdout).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('--caller and --at tell what somebody hears', async () => {
  const { run } = await withTones();
  const heard = async (...args: string[]) =>
    JSON.parse((await run(['tone', 'list', ...args, '--json'])).stdout).playing.melody.id;
  expect(await heard()).toBe('kalinka');
  expect(await heard('--at', '23:30')).toBe('star');
  expect(await heard('--caller', '+7 922 333-44-55', '--at', '23:30')).toBe('yolka');
});

test('a pipe gets plain lines, a program one object, the same in every language', async () => {
  const { run } = await withTones();
  const { plain, json } = await expectSameBytes(run, ['tone', 'list']);
  expect(plain).toContain('tone_service\tactive\n');
  expect(plain).toContain('playing\tkalinka\n');
  expect(plain).toMatch(/^[0-9a-f-]{36}\teveryone\t22:00-07:00\tstar$/m);
  expect(plain).toMatch(/^yolka\t30\.00\tactive\t2026-04-04T14:00:00\+05:00\tno$/m);
  expectGoldenKeys(json);
});

test('without tones it says how to set one', async () => {
  const { run } = await people().join();
  const { code, stdout, stderr } = await run(['tone', 'list'], { tty: true });
  expect(code).toBe(0);
  expect(readShown(stdout)).toMatchObject({ 'Ring-back tone': 'off', Heard: 'the ordinary tone' });
  expect(stderr).toContain('No melody is set.');
  expect(stderr).toContain('lisa tone set');
});

test('a paused service says what lets it go on', async () => {
  const person = await people().join();
  await addToneService(people().store, person.accountId, 'paused');
  const { stdout, stderr } = await person.run(['tone', 'list'], { tty: true });
  expect(readShown(stdout)).toMatchObject({ 'Ring-back tone': 'paused' });
  expect(stderr).toContain('lisa pay');
});

test('a time that is none is a usage error', async () => {
  const { run } = await people().join();
  expect(await run(['tone', 'list', '--at', '25:00'])).toMatchObject({ code: 2, stdout: '' });
});
