import { beforeAll, expect, test } from 'vitest';
import { expectGoldenKeys } from '../../support/golden.ts';
import { ask, logIn } from '../../support/http.ts';
import { AS_SCRIPT, CODEWORD_LINE, newOrder, passwordOn, useOffice } from '../../support/office.ts';
import { usePeople } from '../../support/people.ts';
import { stripColor } from '../../support/shown.ts';

const people = usePeople();
const office = useOffice(people);

const REASON = ['--reason', 'забыт пароль'];
const DOCUMENT = ['--document', 'passport', '--last-digits', '4821'];
let account = '';
beforeAll(async () => {
  const { run } = await office();
  const issued = await run(['staff', 'issue', ...newOrder(), ...AS_SCRIPT, '--json'], CODEWORD_LINE);
  account = JSON.parse(issued.stdout).account_id;
});

test('a subscriber who forgot the password gets a new one; the old one and every session are over', async () => {
  const { run } = await office();
  const first = passwordOn(await run(['staff', 'reset', account, ...REASON, ...DOCUMENT, '--yes']));
  const token = await logIn(people().cabinet, { msisdn: account, password: first });
  const again = await run(['staff', 'reset', account, ...REASON, '--codeword-stdin', '--yes'], CODEWORD_LINE);
  expect(again.code).toBe(0);
  expect((await ask(people().cabinet, '/v1/sessions/current', { token })).status).toBe(401);
  await logIn(people().cabinet, { msisdn: account, password: passwordOn(again) });
});

test('a person sees whose password it is, agrees, and only then tells how they know the subscriber', async () => {
  const { run } = await office();
  const answers = ['ab', 'забыл пароль', 'д', '', '', '4821'];
  const outcome = await run(['staff', 'reset', account, '--lang', 'ru'], { tty: true, answers });
  const told = stripColor(outcome.stderr);
  expect(outcome.code).toBe(0);
  expect(told).toContain('Причина — от 3 до 200 знаков.');
  expect(told).toContain('все сеансы завершатся');
  expect(told.indexOf('Выдать новый пароль?')).toBeLessThan(
    told.indexOf('Чем подтверждена личность абонента?'),
  );
  expect(passwordOn(outcome)).not.toBe('');
});

test('--dry-run asks for no proof and shows no password; --json keeps its keys', async () => {
  const { run } = await office();
  const tried = await run(['staff', 'reset', account, ...REASON, '--dry-run', '--json']);
  expectGoldenKeys(tried.stdout);
  expect(JSON.parse(tried.stdout)).toMatchObject({ dry_run: true, one_time_password: null, slip: null });
  const done = await run(['staff', 'reset', account, ...REASON, ...DOCUMENT, '--yes', '--json']);
  expectGoldenKeys(done.stdout);
});

test.each([
  [
    'another document',
    ['--document', 'passport', '--last-digits', '0001'],
    {},
    3,
    'recorded with the contract',
  ],
  ['another codeword', ['--codeword-stdin'], { stdin: 'Туча\n' }, 3, 'recorded with the contract'],
  ['both proofs', [...DOCUMENT, '--codeword-stdin'], CODEWORD_LINE, 2, 'not both'],
  ['no proof', [], {}, 5, '--document'],
])('%s is refused and changes nothing', async (_, proof, options, code, text) => {
  const { run, json } = await office();
  const before = await json('staff', 'subscriber', 'show', account);
  const outcome = await run(['staff', 'reset', account, ...REASON, ...proof, '--yes'], options);
  expect([outcome.code, outcome.stdout]).toEqual([code, '']);
  expect(outcome.stderr).toContain(text);
  const { last_action_at: _last, ...after } = await json('staff', 'subscriber', 'show', account);
  expect(before).toMatchObject(after);
});

test('a login that nobody has, and a reason that is missing', async () => {
  const { run } = await office();
  const nobody = await run(['staff', 'reset', 'nobody', ...REASON, ...DOCUMENT, '--yes']);
  expect(nobody.code).toBe(3);
  expect(nobody.stderr).toContain('lisa staff subscriber find');
  const silent = await run(['staff', 'reset', account, ...DOCUMENT, '--yes']);
  expect([silent.code, silent.stdout]).toEqual([5, '']);
  expect(silent.stderr).toContain('--reason');
});

test('support may not (R16)', async () => {
  const { run } = await office({ role: 'support' });
  const outcome = await run(['staff', 'reset', account, ...REASON, ...DOCUMENT, '--yes', '--lang', 'ru']);
  expect(outcome.code).toBe(3);
  expect(outcome.stderr).toContain('Ваша роль (поддержка) этого не позволяет; нужна: выдача.');
});
