import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../src/shared/period.ts';
import { logIn as logInOnWire } from '../../support/http.ts';
import { useMachines } from '../../support/machines.ts';
import { usePeople } from '../../support/people.ts';
import { stripColor } from '../../support/shown.ts';
import { oneTimePasswordFor } from '../../support/sms.ts';

const people = usePeople();
const machine = useMachines(people);
const NEW = 'Another-Word-9';

/** A machine with a session in which the password has to be changed first. */
async function machineToChange() {
  const made = await machine();
  const { msisdn } = made.subscriber;
  const oneTime = await oneTimePasswordFor(people().store, people().cabinet, msisdn);
  const login = await made.run(['login', msisdn, '--password-stdin'], { stdin: `${oneTime}\n` });
  expect(login.code).toBe(0);
  expect(login.stderr).toContain('lisa password change');
  return { ...made, oneTime };
}

describe('a command that needs a login, where the password has to be changed first (R4)', () => {
  test('on a terminal explains it, has it changed, and then does what was typed', async () => {
    const { run, oneTime, subscriber } = await machineToChange();
    const answers = [oneTime, NEW, NEW];
    const outcome = await run(['balance', '--json'], { tty: true, answers });
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toContain('has to be changed before anything else');
    expect(outcome.stderr).toContain('One-time password');
    expect(JSON.parse(outcome.stdout)).toMatchObject({ schema: 'balance/1', msisdn: subscriber.msisdn });
    expect((await run(['balance'])).code).toBe(0);
    expect(JSON.parse((await run(['status', '--json'])).stdout)).toMatchObject({ state: 'active' });
  });

  test('a mutation goes on with its own question after it', async () => {
    const { run, oneTime } = await machineToChange();
    const answers = [oneTime, NEW, NEW, 'y'];
    const outcome = await run(['sim', 'block', '--reason', 'lost'], { tty: true, answers });
    expect(outcome.code).toBe(0);
    expect((await run(['sim', 'status', '--json'])).stdout).toContain('"blocked"');
  });

  test('a stream begins after it', async () => {
    const { run, oneTime } = await machineToChange();
    const words = ['detail', 'export', '--out', '-', '--format', 'ndjson'];
    const outcome = await run(words, { tty: true, pipe: true, answers: [oneTime, NEW, NEW] });
    expect(outcome.code).toBe(0);
  });

  test('a wrong one-time password and a weak new one are asked for again', async () => {
    const { run, oneTime } = await machineToChange();
    const answers = ['bcdf-ghjk-mnpq', NEW, NEW, oneTime];
    const outcome = await run(['balance'], { tty: true, answers });
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toContain('current password is wrong');
  });

  test('says it in Russian', async () => {
    const { run, oneTime } = await machineToChange();
    const outcome = await run(['balance', '--lang', 'ru'], { tty: true, answers: [oneTime, NEW, NEW] });
    expect(outcome.stderr).toContain('Прежде всего нужно сменить пароль');
  });

  test.each([
    ['in a pipe', {}, []],
    ['with --no-input', { tty: true }, ['--no-input']],
  ])('%s exits with 4 and names the command that changes it', async (_, options, flags) => {
    const { run } = await machineToChange();
    const outcome = await run(['balance', ...flags], options);
    expect(outcome).toMatchObject({ code: 4, stdout: '' });
    expect(outcome.stderr).toContain('lisa password change');
  });

  test('stopped by Ctrl-C does nothing of what was typed', async () => {
    const { run, oneTime } = await machineToChange();
    const answers = [oneTime, '\u0003'];
    const stopped = await run(['sim', 'block', '--reason', 'lost', '--yes'], { tty: true, answers });
    expect(stopped.code).toBe(130);
    const again = await run(['sim', 'status'], { tty: true, answers: [oneTime, NEW, NEW] });
    expect(again.stdout).not.toContain('blocked');
  });

  test('with LISA_TOKEN, too', async () => {
    const { run, subscriber, cli } = await machine();
    const { store, cabinet } = people();
    const oneTime = await oneTimePasswordFor(store, cabinet, subscriber.msisdn);
    const token = await logInOnWire(cabinet, { msisdn: subscriber.msisdn, password: oneTime });
    const env = { ...cli.env, LISA_TOKEN: token };
    expect((await run(['balance'], { env })).code).toBe(4);
    const outcome = await run(['balance'], { tty: true, env, answers: [oneTime, NEW, NEW] });
    expect(outcome.code).toBe(0);
  });
});

describe('the password that opened the session in the same run', () => {
  test('is not asked for twice by lisa login', async () => {
    const { run, subscriber } = await machine();
    const { store, cabinet } = people();
    const oneTime = await oneTimePasswordFor(store, cabinet, subscriber.msisdn);
    const outcome = await run(['login', subscriber.msisdn], { tty: true, answers: [oneTime, NEW, NEW] });
    expect(outcome.code).toBe(0);
    expect(stripColor(outcome.stderr)).toContain('Next: lisa balance');
    expect((await run(['balance'])).code).toBe(0);
  });

  test('is not asked for twice after an idle end', async () => {
    const { run, logIn, subscriber } = await machine();
    const { store, cabinet } = people();
    await logIn();
    cabinet.clock.advance(16 * MINUTE_MS);
    const oneTime = await oneTimePasswordFor(store, cabinet, subscriber.msisdn);
    const outcome = await run(['balance'], { tty: true, answers: [oneTime, NEW, NEW] });
    expect(outcome.code).toBe(0);
    expect((await run(['balance'])).code).toBe(0);
  });

  test('was issued by an office: the same way', async () => {
    const { run, subscriber } = await machine({ changeRequired: true });
    const answers = [subscriber.password, NEW, NEW];
    expect((await run(['login', subscriber.msisdn], { tty: true, answers })).code).toBe(0);
    expect((await run(['balance'])).code).toBe(0);
  });
});

test('lisa password change asks for the one-time password by its name', async () => {
  const { run, oneTime } = await machineToChange();
  const outcome = await run(['password', 'change'], { tty: true, answers: [oneTime, NEW, NEW] });
  expect(outcome.code).toBe(0);
  expect(outcome.stderr).toContain('One-time password');
});
