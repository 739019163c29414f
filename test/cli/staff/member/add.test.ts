import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { expectGoldenKeys } from '../../../support/golden.ts';
import { useOffice } from '../../../support/office.ts';
import { usePeople } from '../../../support/people.ts';
import { noteSecret } from '../../../support/secrets.ts';
import { readShown, stripColor } from '../../../support/shown.ts';

const people = usePeople();
const office = useOffice(people);

const words = (login: string) => ['staff', 'member', 'add', login];
const flags = ['--name', 'Петрова Анна', '--role', 'issuer', '--office', 'Ленина 1'];

test('an administrator is asked for everything, and sees the first password once', async () => {
  const { run } = await office({ role: 'administrator' });
  const answers = ['Петрова Анна', '', 'Ленина 1', '', '9001234', '8 900 123-45-67, 9001234568', 'да'];
  const outcome = await run([...words('Petrova'), '--lang', 'ru'], { tty: true, answers });
  expect(outcome.code).toBe(0);
  expect(stripColor(outcome.stderr)).toContain('«9001234» — не мобильный номер из 10 цифр.');
  const shown = readShown(outcome.stdout);
  expect(shown).toMatchObject({
    Логин: 'petrova',
    Роль: 'выдача',
    Регион: 'все',
    'Свои номера': '900 123-45-67, 900 123-45-68',
    Состояние: 'приглашён',
    'Первый пароль': expect.stringMatching(/^[a-z]{4}-[a-z]{4}-[a-z]{4}$/),
  });
  noteSecret(shown['Первый пароль'] ?? '');
  expect(stripColor(outcome.stderr)).not.toContain(shown['Первый пароль']);
  expect(outcome.stderr).toContain('lisa login --staff petrova');
});

test('a script gives flags; region and own numbers may be left out; --json keeps its keys', async () => {
  const { run, json } = await office({ role: 'administrator' });
  const tried = await run([...words('sidorov'), ...flags, '--dry-run', '--json']);
  expectGoldenKeys(tried.stdout);
  expect(JSON.parse(tried.stdout)).toMatchObject({ dry_run: true, one_time_password: null });
  const added = await json(...words('sidorov'), ...flags, '--region', 'sverdlovsk', '--yes');
  expect(added).toMatchObject({ region: 'sverdlovsk', own_lines: [], state: 'invited', dry_run: false });
});

test('a password that could not be printed is not lost for good: it says how to get another', async () => {
  const { run } = await office({ role: 'administrator' });
  const stdout = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('EPIPE'), { code: 'EPIPE' })),
  });
  const outcome = await run([...words('unprinted'), ...flags, '--yes'], { stdout });
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toContain('lisa staff member reset unprinted');
});

test.each([
  ['a login that is taken', ['again', ...flags], 3, 'already'],
  ['a bad login', ['9ivanova', ...flags], 2, 'begins with a letter'],
  ['an unknown region', ['mars', ...flags, '--region', 'mars'], 3, 'no such region'],
  ['a bad own number', ['own', ...flags, '--own-lines', '12'], 2, 'mobile number'],
  ['an unknown role', ['role', '--role', 'king'], 2, 'king'],
  ['a missing name', ['nameless'], 5, '--name'],
])('%s', async (_, [login = '', ...more], code, text) => {
  const { run } = await office({ role: 'administrator' });
  await run([...words('again'), ...flags, '--yes']);
  const outcome = await run([...words(login), ...more, '--yes']);
  expect([outcome.code, outcome.stdout]).toEqual([code, '']);
  expect(outcome.stderr).toContain(text);
});

test('an issuer may not', async () => {
  const { run } = await office();
  expect((await run([...words('nobody'), ...flags, '--yes'])).code).toBe(3);
});
