import { expect, test } from 'vitest';
import { cabinet } from '../../../src/cabinet/main.ts';
import { createDatabase } from '../../support/engines.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { createCli } from '../../support/run-cli.ts';
import { readPiped } from '../../support/shown.ts';
import { runSql } from '../../support/sql.ts';

const MEMBER = ['--login', 'admin', '--name', 'Анна Орлова', '--office', 'Екатеринбург, Ленина 8'];

async function machine() {
  const database = await createDatabase();
  const cli = await createCli({ cabinetPort: async () => cabinet, env: { LISA_DATABASE_URL: database } });
  return { ...cli, database };
}

test('an empty database gets the catalogue and an administrator, recorded in the audit trail', async () => {
  const { run, database } = await machine();
  const first = await run(['cabinet', 'init', ...MEMBER, '--json']);
  expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining('lisa login --staff admin') });
  expectGoldenKeys(first.stdout);
  expect(JSON.parse(first.stdout)).toMatchObject({ login: 'admin', catalogue_installed: true });
  const counts = `select (select count(*)::int from regions) as regions, (select count(*)::int from tariffs) as tariffs,
    (select count(*)::int from melodies) as melodies`;
  expect((await runSql(database, counts)).rows).toEqual([{ regions: 3, tariffs: 11, melodies: 62 }]);
  expect((await runSql(database, 'select member, action, subject, result from staff_audit')).rows).toEqual([
    { member: null, action: 'createFirstAdministrator', subject: 'member:admin', result: 'done' },
  ]);
  const verified = await run(['cabinet', 'verify', '--json']);
  expect(JSON.parse(verified.stdout)).toMatchObject({ sound: true, audit: { rows: 1, problems: [] } });
});

test('what is not in the command is asked, and a catalogue that is there stays', async () => {
  const { run, database } = await machine();
  await runSql(database, "insert into regions values (1, 'ural', 'Урал', 'Ural', 'Asia/Yekaterinburg')");
  const first = await run(['cabinet', 'init'], {
    tty: true,
    answers: ['admin', 'Анна Орлова', 'Офис 1'],
  });
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/[a-z]{4}-[a-z]{4}-[a-z]{4}/);
  expect((await runSql(database, 'select code from regions')).rows).toEqual([{ code: 'ural' }]);
});

test('before the first login it may be done again, with a new password; afterwards never', async () => {
  const { run, database } = await machine();
  const passwords = [];
  for (let time = 0; time < 2; time += 1)
    passwords.push(readPiped((await run(['cabinet', 'init', ...MEMBER])).stdout)['one_time_password']);
  expect(new Set(passwords).size).toBe(2);
  await runSql(
    database,
    "update staff_members set state = 'active', totp_sealed = decode('00', 'hex'), password_expires_at = null",
  );
  expect(await run(['cabinet', 'init', ...MEMBER])).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('lisa staff member add'),
  });
});

test('a login that is none is refused with how one looks', async () => {
  const { run } = await machine();
  const options = ['--login', 'Анна', '--name', 'Анна', '--office', 'Офис'];
  expect(await run(['cabinet', 'init', ...options, '--lang', 'ru'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('от 3 до 32 знаков'),
  });
});

test('without a terminal it says which flag answers', async () => {
  const { run } = await machine();
  expect(await run(['cabinet', 'init'])).toMatchObject({
    code: 5,
    stderr: expect.stringContaining('--login'),
  });
});
