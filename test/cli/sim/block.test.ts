import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { expectSameBytes } from '../../support/same-bytes.ts';
import { readPiped, readShown, stripColor } from '../../support/shown.ts';

const people = usePeople();

test('a person is warned, agrees, and the SIM is blocked', async () => {
  const { run, json } = await people().join();
  const { code, stdout, stderr } = await run(['sim', 'block', '--reason', 'stolen', '--lang', 'ru'], {
    tty: true,
    answers: ['д'],
  });
  expect(code).toBe(0);
  expect(stripColor(stderr).replace(/\s+/g, ' ')).toContain(
    'Если не разблокировать до 04.04.2026 14:00, номер будет отключён.',
  );
  expect(stripColor(stderr)).toMatch(/Тариф «Старт» +300,00 ₽ +30 дней\n/);
  expect(readShown(stdout)).toMatchObject({ 'SIM-карта': 'заблокирована', Причина: 'украдена' });
  expect(stderr).toContain('lisa sim unblock');
  expect(await json('sim', 'status')).toMatchObject({ state: 'blocked', reason: 'stolen' });
});

test('without a reason a terminal is asked for it, a pipe exits with 5', async () => {
  const { run, json } = await people().join();
  const piped = await run(['sim', 'block', '--yes']);
  expect([piped.code, piped.stdout]).toEqual([5, '']);
  expect(piped.stderr).toContain('--reason');
  expect(await json('sim', 'status')).toMatchObject({ state: 'active' });
  expect((await run(['sim', 'block'], { tty: true, answers: ['', 'y'] })).code).toBe(0);
  expect(await json('sim', 'status')).toMatchObject({ state: 'blocked', reason: 'lost' });
});

test('block-sim is the same command', async () => {
  const { run } = await people().join();
  const { code, stdout } = await run(['block-sim', '--reason', 'temporary', '--yes']);
  expect(code).toBe(0);
  expect(readPiped(stdout)).toMatchObject({ state: 'blocked', reason: 'temporary', attempts_left: '5' });
});

test('--dry-run shows the same keys and blocks nothing, in every language', async () => {
  const { run, json } = await people().join();
  const { json: preview } = await expectSameBytes(run, ['sim', 'block', '--reason', 'lost', '--dry-run']);
  expectGoldenKeys(preview);
  expect(JSON.parse(preview)).toMatchObject({ dry_run: true, state: 'blocked' });
  expect(await json('sim', 'status')).toMatchObject({ state: 'active' });
  const done = await run(['sim', 'block', '--reason', 'lost', '--yes', '--json']);
  expectGoldenKeys(done.stdout);
});

test.each([
  ['blocked', 'sim_already_blocked', 'until 4 Apr 2026, 14:00'],
  ['disconnected', 'line_disconnected', 'office'],
] as const)('a line that is %s is refused with 3', async (state, refusal, text) => {
  const { run } = await people().join({ state });
  const told = await run(['sim', 'block', '--reason', 'lost', '--yes']);
  expect([told.code, told.stdout]).toEqual([3, '']);
  expect(told.stderr).toContain(text);
  const json = await run(['sim', 'block', '--reason', 'lost', '--yes', '--json']);
  expect(JSON.parse(json.stderr)).toMatchObject({ code: refusal });
});

test('another reason is a usage error that lists the right ones', async () => {
  const { run } = await people().join();
  const { code, stderr } = await run(['sim', 'block', '--reason', 'bored', '--yes']);
  expect(code).toBe(2);
  expect(stderr).toContain('lost, stolen, temporary');
});
