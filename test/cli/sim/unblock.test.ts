import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { usePeople } from '../../support/people.ts';
import { readRows } from '../../support/shown.ts';
import { CODEWORD } from '../../support/subscribers.ts';

const people = usePeople();
const BLOCKED = { state: 'blocked' } as const;

test('a person agrees, types the codeword unseen, and the SIM works', async () => {
  const { run, json } = await people().join(BLOCKED);
  const { code, stdout, stderr } = await run(['sim', 'unblock', '--no-color'], {
    tty: true,
    answers: ['y', CODEWORD],
  });
  expect(code).toBe(0);
  expect(readRows(stdout)).toEqual([
    'SIM|works',
    '',
    'Fees go on, later by the length of the block',
    'For|Amount|Every|Next',
    'Tariff “Start”|₽300.00|30 days|15 Mar 2026, 14:00',
  ]);
  expect(stderr).toContain('Codeword');
  expect(stderr).not.toContain(CODEWORD);
  expect(await json('sim', 'status')).toMatchObject({ state: 'active', attempts_left: null });
});

test('a script hands the codeword over on stdin', async () => {
  const { run } = await people().join(BLOCKED);
  const args = ['sim', 'unblock', '--codeword-stdin', '--yes', '--json'];
  const { code, stdout } = await run(args, { stdin: `${CODEWORD}\r\nmore\n` });
  expect(code).toBe(0);
  expectGoldenKeys(stdout);
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'sim-unblock/1', dry_run: false, state: 'active' });
});

test('without a terminal and without stdin it exits with 5 and says how', async () => {
  const { run } = await people().join(BLOCKED);
  const { code, stderr } = await run(['sim', 'unblock', '--yes']);
  expect(code).toBe(5);
  expect(stderr).toContain('--codeword-stdin');
  const unasked = await run(['sim', 'unblock', '--codeword-stdin'], { stdin: `${CODEWORD}\n` });
  expect(unasked.code).toBe(5);
  expect(unasked.stderr).toContain('--yes');
});

test('an empty or endless stdin is no codeword, and costs no attempt', async () => {
  const { run, json } = await people().join(BLOCKED);
  for (const stdin of ['', '\n', 'x'.repeat(10_000)]) {
    expect((await run(['sim', 'unblock', '--codeword-stdin', '--yes'], { stdin })).code).toBe(2);
  }
  expect(await json('sim', 'status')).toMatchObject({ attempts_left: 5 });
});

test('--dry-run needs no codeword and unblocks nothing', async () => {
  const { run, json } = await people().join(BLOCKED);
  const { code, stdout } = await run(['sim', 'unblock', '--dry-run', '--json']);
  expect(code).toBe(0);
  expectGoldenKeys(stdout);
  expect(JSON.parse(stdout)).toMatchObject({ dry_run: true, state: 'active' });
  expect(await json('sim', 'status')).toMatchObject({ state: 'blocked', attempts_left: 5 });
});

test('wrong codewords count down to the office, in the words of the language', async () => {
  const { run } = await people().join(BLOCKED);
  const guess = (lang: string) =>
    run(['sim', 'unblock', '--codeword-stdin', '--yes', '--lang', lang], { stdin: 'мимо\n' });
  expect(await guess('ru')).toMatchObject({ code: 3, stdout: '' });
  expect((await guess('ru')).stderr).toContain('Осталось 3 попытки');
  expect((await guess('en')).stderr).toContain('2 attempts are left');
  expect((await guess('ru')).stderr).toContain('Осталась 1 попытка');
  expect((await guess('ru')).stderr).toContain('Осталось 0 попыток');
  const exhausted = await run(['sim', 'unblock', '--codeword-stdin', '--yes', '--json'], {
    stdin: `${CODEWORD}\n`,
  });
  expect(exhausted.code).toBe(3);
  expect(JSON.parse(exhausted.stderr)).toMatchObject({ code: 'codeword_exhausted' });
});

test('a SIM that works is refused before anything is asked', async () => {
  const { run } = await people().join();
  const { code, stderr } = await run(['sim', 'unblock'], { tty: true, answers: ['y', CODEWORD] });
  expect(code).toBe(3);
  expect(stderr).not.toContain('?');
});
