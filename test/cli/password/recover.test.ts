import { describe, expect, onTestFinished, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../src/shared/period.ts';
import { expectGoldenKeys } from '../../support/golden.ts';
import { startLossyProxy } from '../../support/lossy-proxy.ts';
import { useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';
import { stripColor } from '../../support/shown.ts';
import { oneTimePasswordFor } from '../../support/sms.ts';
import type { Subscriber } from '../../support/subscribers.ts';

const people = usePeople();
const machine = useMachines(people);
const NEW = 'Another-Word-9';
const WRONG = 'bcdf-ghjk-mnpq';

const smsOf = ({ msisdn }: Subscriber) => oneTimePasswordFor(people().store, people().cabinet, msisdn);

describe('lisa password recover on a terminal (R4)', () => {
  test('explains the SMS, takes its password, has a new one chosen, and is logged in then', async () => {
    const { run, subscriber } = await machine();
    const oneTime = await smsOf(subscriber);
    const answers = [oneTime, NEW, NEW];
    const outcome = await run(['password', 'recover', subscriber.msisdn], { tty: true, answers });
    expect(outcome.code).toBe(0);
    const told = stripColor(outcome.stderr).replaceAll(/\s+/g, ' ');
    for (const words of [
      'Send an SMS from your phone to 1070',
      `lisa sandbox phone send --to 1070 --number ${subscriber.msisdn}`,
      'has to be changed before anything else',
      '8 to 64 Latin letters',
      'The password is changed',
      'Next: lisa balance',
    ])
      expect(told).toContain(words);
    for (const secret of [oneTime, NEW]) expect(outcome.stderr + outcome.stdout).not.toContain(secret);
    expect((await run(['balance'])).code).toBe(0);
    expect(JSON.parse((await run(['status', '--json'])).stdout)).toMatchObject({ state: 'active' });
    const login = ['login', subscriber.msisdn, '--password-stdin'];
    expect((await run(login, { stdin: `${subscriber.password}\n` })).code).toBe(4);
    expect((await run(login, { stdin: `${NEW}\n` })).code).toBe(0);
  });

  test('says everything in Russian', async () => {
    const { run, subscriber } = await machine({}, { env: { LISA_LANG: 'ru' } });
    const answers = [await smsOf(subscriber), 'слабый', 'слабый', NEW, NEW];
    const outcome = await run(['password', 'recover', subscriber.msisdn], { tty: true, answers });
    expect(outcome.code).toBe(0);
    const told = stripColor(outcome.stderr).replaceAll(/\s+/g, ' ');
    for (const words of [
      'Отправьте со своего телефона SMS на номер 1070',
      'Одноразовый пароль из SMS',
      'Прежде всего нужно сменить пароль',
      'Новый пароль слишком слаб',
      'Пароль изменён',
    ])
      expect(told).toContain(words);
  });

  test('asks for the login when none is given, and says nothing of a sandbox elsewhere', async () => {
    const { run, subscriber } = await machine();
    const answers = [subscriber.networkLogin, await smsOf(subscriber), NEW, NEW];
    const outcome = await run(['password', 'recover'], { tty: true, answers });
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).not.toContain('--number');
  });

  test('a typing error, two words that differ and a weak one cost another try, never the one-time password', async () => {
    const { run, subscriber } = await machine();
    const oneTime = await smsOf(subscriber);
    const answers = [WRONG, oneTime, NEW, 'Mistyped-1', 'weak', 'weak', 'No-Digits', 'No-Digits', NEW, NEW];
    const outcome = await run(['password', 'recover', subscriber.msisdn], { tty: true, answers });
    expect(outcome.code).toBe(0);
    const told = stripColor(outcome.stderr).replaceAll(/\s+/g, ' ');
    for (const words of ['That is not it', 'not the same', 'fewer than 8 characters', 'no digit'])
      expect(told).toContain(words);
    expect((await run(['balance'])).code).toBe(0);
  });

  test('gets in after so many wrong passwords that only the recovery is left (R3)', async () => {
    const { run, subscriber } = await machine();
    const login = () => run(['login', subscriber.msisdn, '--password-stdin'], { stdin: 'Wrong-Guess-1\n' });
    for (let lock = 0; lock < 3; lock += 1) {
      for (let guess = 0; guess < 5; guess += 1) await login();
      people().cabinet.clock.advance(15 * MINUTE_MS);
    }
    const shut = await login();
    expect(shut.code).toBe(4);
    expect(shut.stderr).toContain('Only a one-time password from an SMS');
    expect(shut.stderr).toContain('lisa password recover');
    const answers = ['typed without sense', await smsOf(subscriber), NEW, NEW];
    const outcome = await run(['password', 'recover', subscriber.msisdn], { tty: true, answers });
    expect(outcome.code).toBe(0);
    expect((await run(['balance'])).code).toBe(0);
  });

  test('stopped by Ctrl-C at the new password it says what is left, and the next command asks for it', async () => {
    const { run, subscriber } = await machine();
    const oneTime = await smsOf(subscriber);
    const stopped = await run(['password', 'recover', subscriber.msisdn], {
      tty: true,
      answers: [oneTime, NEW, '\u0003'],
    });
    expect(stopped.code).toBe(130);
    expect(stripColor(stopped.stderr).replaceAll(/\s+/g, ' ')).toContain(
      'the password is not changed yet. The next command asks for it',
    );
    const status = JSON.parse((await run(['status', '--json'])).stdout);
    expect(status).toMatchObject({ state: 'password_change_required' });
    const next = await run(['balance', '--json'], { tty: true, answers: [oneTime, NEW, NEW] });
    expect(next.code).toBe(0);
    expect(JSON.parse(next.stdout)).toMatchObject({ schema: 'balance/1', msisdn: subscriber.msisdn });
  });

  test('stopped by Ctrl-C before anything was sent it leaves everything as it was', async () => {
    const { run, subscriber, logIn } = await machine();
    const stopped = await run(['password', 'recover', subscriber.msisdn], { tty: true, answers: ['\u0003'] });
    expect(stopped.code).toBe(130);
    expect((await logIn()).code).toBe(0);
  });

  test('a lost answer may have used the one-time password up: that is said, and another SMS helps', async () => {
    const { run, subscriber } = await machine();
    const proxy = await startLossyProxy(people().cabinet.url, ['lose', 'pass']);
    onTestFinished(() => proxy.stop());
    const recover = ['password', 'recover', subscriber.msisdn];
    const env = { LISA_SERVER: proxy.url };
    const lost = await run(recover, { tty: true, env, answers: [await smsOf(subscriber), NEW, NEW] });
    expect(lost.code).toBe(7);
    expect(lost.stderr).toContain('may be used up now');
    people().cabinet.clock.advance(MINUTE_MS);
    const again = await run(recover, { tty: true, env, answers: [await smsOf(subscriber), NEW, NEW] });
    expect(again.code).toBe(0);
  });

  test('gives up after five wrong ones', async () => {
    const { run, subscriber } = await machine();
    const oneTime = await smsOf(subscriber);
    const answers = [...Array.from({ length: 5 }, () => WRONG), oneTime, NEW, NEW];
    const outcome = await run(['password', 'recover', subscriber.msisdn], { tty: true, answers });
    expect(outcome.code).toBe(4);
  });
});

describe('lisa password recover in a script', () => {
  test('reads both passwords from stdin and keeps the session', async () => {
    const { run, subscriber } = await machine();
    const stdin = `${await smsOf(subscriber)}\n${NEW}\n`;
    const outcome = await run(['password', 'recover', subscriber.msisdn, '--password-stdin', '--json'], {
      stdin,
    });
    expect(outcome.code).toBe(0);
    expectGoldenKeys(outcome.stdout);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ password_change_required: false });
    expect((await run(['balance'])).code).toBe(0);
  });

  test('a new password that is too weak is refused with 3, and another can be set in the same session', async () => {
    const { run, subscriber } = await machine();
    const oneTime = await smsOf(subscriber);
    const recover = ['password', 'recover', subscriber.msisdn, '--password-stdin'];
    const weak = await run(recover, { stdin: `${oneTime}\nweak\n` });
    expect(weak.code).toBe(3);
    expect((await run(['balance'])).code).toBe(4);
    const stdin = `${oneTime}\n${NEW}\n`;
    expect((await run(['password', 'change', '--password-stdin'], { stdin })).code).toBe(0);
    expect((await run(['balance'])).code).toBe(0);
  });

  test('a one-time password that is too old is refused with 4', async () => {
    const { run, subscriber } = await machine();
    const oneTime = await smsOf(subscriber);
    people().cabinet.clock.advance(DAY_MS);
    const recover = ['password', 'recover', subscriber.msisdn, '--password-stdin'];
    expect((await run(recover, { stdin: `${oneTime}\n${NEW}\n` })).code).toBe(4);
  });

  test.each([[[]], [['9001234567']]])(
    'with %j and no answers it names what would have answered',
    async (more) => {
      const { run } = await machine();
      const outcome = await run(['password', 'recover', ...more]);
      expect(outcome).toMatchObject({ code: 5, stdout: '' });
      expect(outcome.stderr).toMatch(/LOGIN|--password-stdin/);
    },
  );

  test('one line of stdin is one too few, and costs nothing', async () => {
    const { run, subscriber } = await machine();
    const oneTime = await smsOf(subscriber);
    const recover = ['password', 'recover', subscriber.msisdn, '--password-stdin'];
    expect((await run(recover, { stdin: `${oneTime}\n` })).code).toBe(2);
    expect((await run(recover, { stdin: `${oneTime}\n${NEW}\n` })).code).toBe(0);
  });

  test('is refused while LISA_TOKEN would beat it', async () => {
    const { run, subscriber } = await machine();
    const env = { LISA_TOKEN: 'something' };
    const outcome = await run(['password', 'recover', subscriber.msisdn], { tty: true, env });
    expect(outcome.code).toBe(2);
  });
});
