import { describe, expect, test } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../../src/shared/period.ts';
import { useDesks } from '../../support/desk.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { useOffice } from '../../support/office.ts';
import { usePeople } from '../../support/people.ts';
import { readPiped, readShown } from '../../support/shown.ts';
import { STAFF_PASSWORD } from '../../support/staff.ts';

const people = usePeople();
const desk = useDesks(people);
const office = useOffice(people);

const FIND = ['staff', 'subscriber', 'find', 'nobody.at.all'];
const idle = () => people().cabinet.clock.advance(15 * MINUTE_MS + SECOND_MS);

describe('a member who was away for 15 minutes (R2)', () => {
  test('is asked for password and code, and then what was typed is done', async () => {
    const { logIn, run, code } = await desk({ role: 'support' });
    await logIn();
    idle();
    const answers = ['Wrong-1234', '123456', STAFF_PASSWORD, code()];
    const outcome = await run(FIND, { tty: true, answers });
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toContain('not used for 15 minutes');
    expect(outcome.stderr).toContain('Login, password or one-time code is wrong');
    expect((await run(FIND)).code).toBe(0);
  });

  test('is told in a script how to log in as staff', async () => {
    const { logIn, run } = await desk();
    await logIn();
    idle();
    const outcome = await run(FIND);
    expect([outcome.code, outcome.stdout]).toEqual([4, '']);
    expect(outcome.stderr).toContain('lisa login --staff');
    const status = await run(['status']);
    expect(status.code).toBe(4);
    expect(status.stderr).toContain('lisa login --staff');
  });

  test('is asked for nothing when the command is not for the staff', async () => {
    const { logIn, run } = await desk();
    await logIn();
    idle();
    const outcome = await run(['balance'], { tty: true, answers: [] });
    expect(outcome.code).toBe(3);
    expect(outcome.stderr).toContain('--as NUMBER --reason TEXT');
    expect(outcome.stderr).not.toContain('Password');
  });

  test('who leaves at the code has done nothing', async () => {
    const { logIn, run } = await desk({ role: 'administrator' });
    await logIn();
    idle();
    const words = ['staff', 'member', 'disable', 'anybody', '--reason', 'a try', '--yes'];
    const outcome = await run(words, { tty: true, answers: [STAFF_PASSWORD, '\u0003'] });
    expect(outcome.code).toBe(130);
    expect(outcome.stderr).toContain('Nothing was done');
  });
});

describe('lisa status of a member', () => {
  test('tells who it is, stored and by LISA_TOKEN', async () => {
    const { logIn, run, login } = await desk({ role: 'auditor', office: 'Омск' });
    await logIn();
    const stored = await run(['status', '--lang', 'ru'], { tty: true });
    expect(readShown(stored.stdout)).toMatchObject({ Логин: login, Роль: 'аудитор', Офис: 'Омск' });
    const given = await office({ role: 'support', office: 'Тара' });
    const { code, stdout } = await given.run(['status']);
    expect(code).toBe(0);
    expect(readPiped(stdout)).toMatchObject({ account: given.login, role: 'support', office: 'Тара' });
    expectGoldenKeys((await given.run(['status', '--json'])).stdout);
  });
});

describe('lisa password change of a member', () => {
  test('asks for the current password, a code and the new password; the session goes on', async () => {
    const { logIn, run, code } = await desk({ role: 'support' });
    await logIn();
    const answers = ['Wrong-1234', '123456', 'Chosen-9', 'Chosen-9', STAFF_PASSWORD, code()];
    const outcome = await run(['password', 'change'], { tty: true, answers });
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toContain('This session goes on.');
    expect((await run(FIND)).code).toBe(0);
  });

  test('a script gives three lines; a weak password is refused; --dry-run changes nothing', async () => {
    const { logIn, run, code } = await desk();
    await logIn();
    const change = (lines: string[], ...more: string[]) =>
      run(['password', 'change', '--password-stdin', ...more], { stdin: `${lines.join('\n')}\n` });
    expect((await change([STAFF_PASSWORD, code(), 'weak'])).code).toBe(3);
    const tried = await change([STAFF_PASSWORD, code(), 'Chosen-99'], '--dry-run', '--json');
    expectGoldenKeys(tried.stdout);
    const wrong = await change(['Wrong-1234', code(), 'Chosen-99']);
    expect(wrong.code).toBe(4);
    expect(wrong.stderr).not.toMatch(/1070|recover/);
    expect((await change([STAFF_PASSWORD, code(), 'Chosen-99'])).code).toBe(0);
    expect((await logIn()).code).toBe(4);
  });
});
