import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { stripColor } from '../../support/shown.ts';

const people = usePeople();

/** Kalinka for everyone and for one caller, Fir Tree at night. */
async function withTones() {
  const person = await people().join({ wallet: 200_00n });
  const set = async (...args: string[]) => {
    const { setting } = await person.json('tone', 'set', ...args, '--yes');
    return (setting as { id: string }).id;
  };
  const everyone = await set('kalinka');
  const caller = await set('kalinka', '--for', '9223334455');
  const night = await set('yolka', '--from', '22:00', '--to', '07:00');
  const left = async () => {
    const { settings } = await person.json('tone', 'list');
    return (settings as { id: string }[]).map(({ id }) => id);
  };
  return { ...person, everyone, caller, night, left };
}

test('a melody means the only setting that plays it, by its title in any language', async () => {
  const { run, left, everyone, caller } = await withTones();
  const args = ['tone', 'remove', 'елка', '--lang', 'ru'];
  const { code, stderr } = await run(args, { tty: true, answers: ['да'] });
  expect(code).toBe(0);
  expect(stripColor(stderr)).toContain('Мелодия больше не продлится; оплачена до 04.04.2026 14:00.');
  expect(await left()).toEqual([caller, everyone]);
});

test('of several settings of a melody one has to be named, and a piece of its code is enough', async () => {
  const { run, left, everyone, caller, night } = await withTones();
  const both = await run(['tone', 'remove', 'kalinka', '--yes']);
  expect(both).toMatchObject({ code: 2, stdout: '' });
  expect(both.stderr).toContain(everyone);
  const one = await run(['tone', 'remove', caller.slice(-8).toUpperCase(), '--yes'], { tty: true });
  expect(one.code).toBe(0);
  expect(await left()).toEqual([night, everyone]);
  expect((await run(['tone', 'remove', everyone, '--yes'])).code).toBe(0);
  expect(await left()).toEqual([night]);
});

test('a terminal is offered the settings, a pipe exits with 5', async () => {
  const { run, left, everyone, night } = await withTones();
  const { code, stderr } = await run(['tone', 'remove'], { tty: true, answers: ['', 'y'] });
  expect(code).toBe(0);
  expect(stripColor(stderr)).toContain('Kalinka · 922 333-44-55 · all day');
  expect(stripColor(stderr)).toContain('Another setting plays the melody');
  expect(await left()).toEqual([night, everyone]);
  const piped = await run(['tone', 'remove', '--yes']);
  expect(piped).toMatchObject({ code: 5, stdout: '' });
  expect(piped.stderr).toContain('SETTING');
});

test('--dry-run shows the same keys, the same bytes in every language, and removes nothing', async () => {
  const { run, left, night } = await withTones();
  const { json } = await expectSameBytes(run, ['tone', 'remove', night, '--dry-run']);
  expectGoldenKeys(json);
  expect(await left()).toHaveLength(3);
  expectGoldenKeys((await run(['tone', 'remove', night, '--yes', '--json'])).stdout);
});

test('what is not set is refused with 3', async () => {
  const { run } = await withTones();
  for (const word of ['star', 'ffffffff', '01900000-0000-7000-8000-000000000000']) {
    const { code, stdout, stderr } = await run(['tone', 'remove', word, '--yes', '--json']);
    expect([code, stdout, JSON.parse(stderr).code]).toEqual([3, '', 'tone_setting_not_found']);
  }
});
