import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../src/shared/period.ts';
import { ask, logIn as logInByHand } from '../../support/http.ts';
import { type Machine, useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';

const people = usePeople();
const machine = useMachines(people);

async function status({ run }: Machine, env = {}) {
  const outcome = await run(['status', '--json'], { env });
  return { code: outcome.code, ...JSON.parse(outcome.stdout) };
}

test('nobody has ever logged in', async () => {
  expect(await status(await machine())).toMatchObject({
    code: 4,
    state: 'never_logged_in',
    credential_source: 'none',
  });
});

test('an active session: whose, where it is kept, and how long it lives unused', async () => {
  const person = await machine({ msisdn: '9005550011' });
  await person.logIn();
  people().cabinet.clock.advance(MINUTE_MS);
  expect(await status(person)).toMatchObject({
    code: 0,
    state: 'active',
    credential_source: 'store',
    credential_place: 'memory',
    account: '900 ***-**-11',
    idle_left_seconds: 14 * 60,
    server: people().cabinet.url,
  });
});

test('an idle session, before and after a command has noticed', async () => {
  const person = await machine();
  await person.logIn();
  people().cabinet.clock.advance(15 * MINUTE_MS + SECOND_MS);
  expect(await status(person)).toMatchObject({ code: 4, state: 'idle', idle_left_seconds: 0 });
  await person.run(['balance']);
  expect(await status(person)).toMatchObject({ code: 4, state: 'idle' });
});

test('an expired session', async () => {
  const person = await machine();
  await person.logIn();
  people().cabinet.clock.advance(13 * HOUR_MS);
  expect(await status(person)).toMatchObject({ code: 4, state: 'expired' });
});

test('a session that somebody else has ended, once a command has met it', async () => {
  const person = await machine();
  await person.logIn();
  const { cabinet } = people();
  const secret = await person.cli.secrets.get('default', cabinet.url);
  await ask(cabinet, '/v1/sessions/current', { method: 'DELETE', token: secret?.token ?? '' });
  await person.run(['balance']);
  expect(await status(person)).toMatchObject({ code: 4, state: 'revoked' });
});

test('a password that has to be changed', async () => {
  const person = await machine({ changeRequired: true });
  await person.logIn();
  expect(await status(person)).toMatchObject({ code: 4, state: 'password_change_required' });
});

test('LISA_TOKEN is asked about in the cabinet, without prolonging its session', async () => {
  const person = await machine({ msisdn: '9005550012' });
  const { cabinet } = people();
  const env = { LISA_TOKEN: await logInByHand(cabinet, person.subscriber) };
  cabinet.clock.advance(14 * MINUTE_MS);
  const expected = {
    code: 0,
    state: 'active',
    credential_source: 'environment',
    account: '900 ***-**-12',
    idle_left_seconds: 60,
  };
  expect(await status(person, env)).toMatchObject(expected);
  expect(await status(person, env)).toMatchObject(expected);
  cabinet.clock.advance(2 * MINUTE_MS);
  expect(await status(person, env)).toMatchObject({ code: 4, state: 'idle' });
});

test('LISA_TOKEN without a cabinet that answers is unknown', async () => {
  const env = { LISA_TOKEN: 'x', LISA_SERVER: 'http://127.0.0.1:1' };
  expect(await status(await machine(), env)).toMatchObject({ code: 7, state: 'unknown' });
});

test('the profile is part of it', async () => {
  const person = await machine();
  await person.logIn('--profile', 'home');
  expect(await status(person)).toMatchObject({ profile: 'home', state: 'active' });
  expect(await status(person, { LISA_PROFILE: 'work' })).toMatchObject({
    profile: 'work',
    state: 'never_logged_in',
  });
});

test('a session is none for another cabinet, as it is for every other command', async () => {
  const person = await machine();
  await person.logIn();
  const { code } = await person.run(['balance', '--server', 'https://elsewhere.invalid']);
  const outcome = await person.run(['status', '--server', 'https://elsewhere.invalid', '--json']);
  expect([code, outcome.code]).toEqual([4, 4]);
  expect(JSON.parse(outcome.stdout)).toMatchObject({ state: 'never_logged_in', credential_place: null });
});

test('a profile may be named like a member of every object', async () => {
  const person = await machine();
  const outcome = await person.run(['status', '--profile', 'constructor', '--json']);
  expect(JSON.parse(outcome.stdout)).toMatchObject({ profile: 'constructor', state: 'never_logged_in' });
});
