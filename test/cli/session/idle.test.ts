import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../src/shared/period.ts';
import { movableClock } from '../../support/clock.ts';
import { ask } from '../../support/http.ts';
import { useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';

const people = usePeople();
const machine = useMachines(people);
const LIMIT = 15 * MINUTE_MS;

describe('a session that is not used', () => {
  test('still works after 14:59', async () => {
    const { logIn, run } = await machine();
    await logIn();
    people().cabinet.clock.advance(LIMIT - SECOND_MS);
    expect((await run(['balance'])).code).toBe(0);
  });

  test('asks for the password after 15:01 on a terminal, and then does what was typed', async () => {
    const { logIn, run, subscriber } = await machine();
    await logIn();
    people().cabinet.clock.advance(LIMIT + SECOND_MS);
    const outcome = await run(['balance', '--json'], { tty: true, answers: [subscriber.password] });
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toContain('not used for 15 minutes');
    expect(JSON.parse(outcome.stdout)).toMatchObject({ schema: 'balance/1', msisdn: subscriber.msisdn });
    expect((await run(['balance'])).code).toBe(0);
  });

  test('tells it in Russian', async () => {
    const { logIn, run, subscriber } = await machine();
    await logIn();
    people().cabinet.clock.advance(LIMIT + SECOND_MS);
    const outcome = await run(['balance', '--lang', 'ru'], { tty: true, answers: [subscriber.password] });
    expect(outcome.stderr).toContain('Прошло 15 минут без действий');
  });

  test('ends with 4 in a pipe, says what helps in a script, and its token is gone', async () => {
    const { logIn, run, cli } = await machine();
    await logIn();
    people().cabinet.clock.advance(LIMIT + SECOND_MS);
    const outcome = await run(['balance']);
    expect(outcome).toMatchObject({ code: 4, stdout: '' });
    expect(outcome.stderr).toContain('LISA_TOKEN');
    expect((await cli.secrets.get('default', people().cabinet.url))?.token).toBeUndefined();
    expect((await run(['balance'])).code).toBe(4);
  });

  test('lives on with every use', async () => {
    const { logIn, run } = await machine();
    await logIn();
    for (let uses = 0; uses < 4; uses += 1) {
      people().cabinet.clock.advance(10 * MINUTE_MS);
      expect((await run(['balance'])).code).toBe(0);
    }
  });

  test('is over when the cabinet says so, whatever the clock of this machine says', async () => {
    const { logIn, run, subscriber } = await machine({}, { clock: movableClock() });
    await logIn();
    people().cabinet.clock.advance(LIMIT + SECOND_MS);
    expect((await run(['balance'])).code).toBe(4);
    const outcome = await run(['balance'], { tty: true, answers: [subscriber.password] });
    expect(outcome.code).toBe(0);
  });

  test('is over by the clock of this machine before anything is sent', async () => {
    const clock = movableClock();
    const { logIn, run } = await machine({}, { clock });
    await logIn();
    const before = people().cabinet.log();
    clock.advance(LIMIT + SECOND_MS);
    expect((await run(['balance'])).code).toBe(4);
    expect(people().cabinet.log()).toBe(before);
  });

  test('a wrong password is asked for again, three times at most', async () => {
    const { logIn, run, subscriber } = await machine();
    await logIn();
    people().cabinet.clock.advance(LIMIT + SECOND_MS);
    const second = await run(['balance'], { tty: true, answers: ['Wrong-1234', subscriber.password] });
    expect(second.code).toBe(0);
    people().cabinet.clock.advance(LIMIT + SECOND_MS);
    const answers = ['Wrong-1', 'Wrong-2', 'Wrong-3', subscriber.password];
    expect((await run(['balance'], { tty: true, answers })).code).toBe(4);
  });

  test('Ctrl-C at the password does nothing of what was typed, and says so', async () => {
    const { logIn, run } = await machine();
    await logIn();
    people().cabinet.clock.advance(LIMIT + SECOND_MS);
    const words = ['sim', 'block', '--reason', 'lost', '--yes'];
    const outcome = await run(words, { tty: true, answers: ['\u0003'] });
    expect(outcome.code).toBe(130);
    expect(outcome.stderr).toContain('Nothing was done');
  });

  test('streams begin after the password, too', async () => {
    const { logIn, run, subscriber } = await machine();
    await logIn();
    people().cabinet.clock.advance(LIMIT + SECOND_MS);
    const words = ['detail', 'export', '--out', '-', '--format', 'ndjson'];
    const outcome = await run(words, { tty: true, pipe: true, answers: [subscriber.password] });
    expect(outcome.code).toBe(0);
  });
});

describe('a session that ended otherwise', () => {
  test('after 12 hours of use, on a terminal, the password is asked for', async () => {
    const { logIn, run, subscriber } = await machine();
    await logIn();
    for (let minutes = 0; minutes < 12 * 60; minutes += 14) {
      people().cabinet.clock.advance(14 * MINUTE_MS);
      const outcome = await run(['balance']);
      if (outcome.code !== 0) {
        expect(outcome.stderr).toContain('longest time');
        break;
      }
    }
    const outcome = await run(['balance'], { tty: true, answers: [subscriber.password] });
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toContain('longest time');
  });

  test('when it was revoked elsewhere, in a pipe, it says so', async () => {
    const { logIn, run, cli } = await machine();
    await logIn();
    const { cabinet } = people();
    const token = (await cli.secrets.get('default', cabinet.url))?.token ?? '';
    await ask(cabinet, '/v1/sessions/current', { method: 'DELETE', token });
    const outcome = await run(['balance']);
    expect(outcome.code).toBe(4);
    expect(outcome.stderr).toContain('ended by the cabinet');
    expect(JSON.parse((await run(['status', '--json'])).stdout)).toMatchObject({ state: 'revoked' });
  });

  test('LISA_TOKEN is never asked for again', async () => {
    const { run } = await machine();
    const env = { LISA_TOKEN: 'x'.repeat(43) };
    const outcome = await run(['balance'], { tty: true, env, answers: ['never typed'] });
    expect(outcome.code).toBe(4);
    expect(outcome.stderr).toContain('does not take LISA_TOKEN');
  });

  test('a session that another run has obtained meanwhile is used', async () => {
    const { logIn, run, cli } = await machine();
    await logIn();
    const { cabinet } = people();
    const old = await cli.secrets.get('default', cabinet.url);
    cabinet.clock.advance(HOUR_MS);
    await logIn();
    const renewed = await cli.secrets.get('default', cabinet.url);
    expect(renewed?.token).not.toBe(old?.token);
    expect((await run(['balance'])).code).toBe(0);
    expect(await cli.secrets.get('default', cabinet.url)).toEqual(renewed);
  });
});

test('twenty parallel runs leave one working session and whole files', async () => {
  const { logIn, run } = await machine();
  await logIn();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => run(['balance', '--json'])));
  expect(outcomes.map(({ code }) => code)).toEqual(Array.from({ length: 20 }, () => 0));
  expect(JSON.parse((await run(['status', '--json'])).stdout)).toMatchObject({ state: 'active' });
});

test('a login after the calendar of the cabinet went back takes the place of the earlier one', async () => {
  const { logIn, run } = await machine();
  const { clock } = people().cabinet;
  const before = clock.now();
  clock.advance(30 * 24 * HOUR_MS);
  await logIn();
  clock.set(before);
  await logIn();
  clock.advance(MINUTE_MS);
  expect(JSON.parse((await run(['status', '--json'])).stdout)).toMatchObject({
    state: 'active',
    idle_left_seconds: 14 * 60,
  });
  expect((await run(['balance'])).code).toBe(0);
});
