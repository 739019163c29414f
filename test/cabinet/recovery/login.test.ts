import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { issueOneTimePassword } from '../../../src/cabinet/domain/recovery/issue.ts';
import { defaultSettings } from '../../../src/cabinet/settings.ts';
import { operations } from '../../../src/contract/index.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import { DAY_MS, MINUTE_MS } from '../../../src/shared/period.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { type Answer, ask, logIn } from '../../support/http.ts';
import { mutating } from '../../support/mutating.ts';
import { seededRandom } from '../../support/random.ts';
import { oneTimePasswordFor, smsTo } from '../../support/sms.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addSubscriber, type Subscriber } from '../../support/subscribers.ts';

const NEW = 'Brand-New-Secret-9';
const WRONG = 'bcdf-ghjk-mnpq';
/** What may be done before the password is changed. */
const OPEN = ['changePassword', 'getCurrentSession'];

describeOnBothEngines('a one-time password (R4)', (store) => {
  let cabinet: RunningCabinet;
  let subscriber: Subscriber;
  let oneTime: string;
  beforeAll(async () => {
    cabinet = await startCabinet(store(), { settings: { oneTimePasswordTries: 5 } });
  });
  beforeEach(async () => {
    subscriber = await addSubscriber(store());
    oneTime = await request();
  });
  afterAll(() => cabinet.stop());

  const request = () => oneTimePasswordFor(store(), cabinet, subscriber.msisdn);

  function tryLogin(password: string, login = subscriber.msisdn): Promise<Answer> {
    return ask(cabinet, '/v1/sessions', { method: 'POST', body: { login, password }, key: null });
  }

  function change(token: string, current: string, wanted = NEW, path = '/v1/password'): Promise<Answer> {
    const body = { current_password: current, new_password: wanted };
    return ask(cabinet, path, { method: 'PUT', token, body });
  }

  const tokenOf = (password: string) => logIn(cabinet, { msisdn: subscriber.msisdn, password });

  it('opens a session in which only the password can be changed', async () => {
    const { status, body } = await tryLogin(oneTime);
    expect(status).toBe(201);
    expect(body.password_change_required).toBe(true);
    const { token } = body;
    const known: Operation[] = Object.values(operations).filter(({ auth }) => auth === 'session');
    const open = known.filter(({ beforePasswordChange }) => beforePasswordChange);
    expect(open.map(({ id }) => id).sort()).toEqual(OPEN);
    for (const { id, method, path } of known) {
      if (OPEN.includes(id)) continue;
      const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
      const answer = await ask(cabinet, path.replaceAll(/\{\w+\}/g, 'any'), { method, token, ...body });
      expect([answer.status, answer.body.code], id).toEqual([403, 'password_change_required']);
    }
    expect((await ask(cabinet, '/v1/sessions/current', { token })).status).toBe(200);
    expect((await change(token, oneTime)).status).toBe(200);
    expect((await ask(cabinet, '/v1/balance', { token })).status).toBe(200);
    const session = await ask(cabinet, '/v1/sessions/current', { token });
    expect(session.body.password_change_required).toBe(false);
  });

  it('can be logged out with', async () => {
    const token = await tokenOf(oneTime);
    expect((await ask(cabinet, '/v1/sessions/current', { method: 'DELETE', token })).status).toBe(204);
  });

  it.each([
    ['in capitals', (password: string) => password.toUpperCase()],
    ['without its dashes', (password: string) => password.replaceAll('-', '')],
    ['with spaces and a capital first', (password: string) => ` ${capital(password).replaceAll('-', ' ')} `],
    ['with long dashes', (password: string) => password.replaceAll('-', '–')],
  ])('is taken %s', async (_, typed) => {
    expect((await tryLogin(typed(oneTime))).status).toBe(201);
  });

  it('works once', async () => {
    await tokenOf(oneTime);
    expect((await tryLogin(oneTime)).body.code).toBe('wrong_credentials');
  });

  it('opens one session, however many logins come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => tryLogin(oneTime)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'wrong_credentials')).toHaveLength(4);
    const sessions = await store().read((db) =>
      db.selectFrom('sessions').selectAll().where('account_id', '=', subscriber.accountId).execute(),
    );
    expect(sessions).toHaveLength(1);
  });

  it('is good for 24 hours', async () => {
    cabinet.clock.advance(DAY_MS - 1);
    expect((await tryLogin(oneTime)).status).toBe(201);
    oneTime = await request();
    cabinet.clock.advance(DAY_MS);
    expect((await tryLogin(oneTime)).body.code).toBe('wrong_credentials');
  });

  it('is worthless after five wrong ones', async () => {
    for (let guess = 0; guess < 5; guess++) {
      expect((await tryLogin(WRONG)).body.code).toBe('wrong_credentials');
    }
    expect((await tryLogin(oneTime)).body.code).toBe('wrong_credentials');
  });

  it('still works after four wrong ones', async () => {
    for (let guess = 0; guess < 4; guess++) await tryLogin(WRONG);
    expect((await tryLogin(oneTime)).status).toBe(201);
  });

  it('is examined five times of 64 guesses sent at once, so that the right one among the rest comes too late', async () => {
    await Promise.all(Array.from({ length: 64 }, () => tryLogin(WRONG)));
    const row = await store().read((db) =>
      db
        .selectFrom('one_time_passwords')
        .select('failures')
        .where('account_id', '=', subscriber.accountId)
        .executeTakeFirstOrThrow(),
    );
    expect(row.failures).toBe(5);
    expect((await tryLogin(oneTime)).body.code).toBe('wrong_credentials');
  });

  it('stays good, by default, for its owner while somebody who knows the number tries others', async () => {
    const usual = await startCabinet(store());
    onTestFinished(() => usual.stop());
    const login = (password: string) =>
      ask(usual, '/v1/sessions', {
        method: 'POST',
        body: { login: subscriber.msisdn, password },
        key: null,
      });
    const guesses = await Promise.all(Array.from({ length: 64 }, () => login(WRONG)));
    expect(new Set(guesses.map(({ body }) => body.code))).toEqual(new Set(['wrong_credentials']));
    expect((await login(oneTime)).status).toBe(201);
  });

  it('takes the place of the last one', async () => {
    cabinet.clock.advance(MINUTE_MS);
    const second = await request();
    expect((await tryLogin(oneTime)).body.code).toBe('wrong_credentials');
    expect((await tryLogin(second)).status).toBe(201);
  });

  it('of somebody else is wrong', async () => {
    const other = await addSubscriber(store());
    await oneTimePasswordFor(store(), cabinet, other.msisdn);
    expect((await tryLogin(oneTime, other.msisdn)).body.code).toBe('wrong_credentials');
  });

  it('is answered alike when it is wrong, was never asked for, or is for nobody (R1)', async () => {
    const without = await addSubscriber(store());
    const bare = ({ status, body }: Answer) => ({ status, body: { ...body, request_id: '' } });
    const wrong = bare(await tryLogin(WRONG));
    expect(wrong.body.code).toBe('wrong_credentials');
    expect(bare(await tryLogin(WRONG, without.msisdn))).toEqual(wrong);
    for (let guess = 0; guess < 7; guess++) {
      expect(bare(await tryLogin(WRONG))).toEqual(wrong);
      expect(bare(await tryLogin(WRONG, 'nobody-with-a-phone'))).toEqual(wrong);
    }
  });

  it('lets in while the login is locked, and when only the recovery is left, and the count begins anew (R3)', async () => {
    for (let lock = 0; lock < 3; lock++) {
      for (let guess = 0; guess < 5; guess++) await tryLogin('Wrong-Guess-1');
      if (lock === 0) {
        expect((await tryLogin(subscriber.password)).body.code).toBe('login_locked');
        const token = await tokenOf(oneTime);
        expect((await change(token, oneTime, subscriber.password)).status).toBe(200);
        for (let guess = 0; guess < 5; guess++) await tryLogin('Wrong-Guess-1');
      }
      cabinet.clock.advance(15 * MINUTE_MS);
    }
    expect((await tryLogin(subscriber.password)).body.code).toBe('recovery_required');
    const second = await request();
    const token = await tokenOf(second);
    expect((await change(token, second)).status).toBe(200);
    await tokenOf(NEW);
  });

  it('leaves the permanent password as it is until it is changed', async () => {
    const token = await tokenOf(oneTime);
    await logIn(cabinet, subscriber);
    await change(token, oneTime);
    await expect(logIn(cabinet, subscriber)).rejects.toThrow('wrong_credentials');
    await tokenOf(NEW);
  });

  it('is the current password in its session, and every other session ends with the change (R2)', async () => {
    const others = [await logIn(cabinet, subscriber), await logIn(cabinet, subscriber)];
    const token = await tokenOf(oneTime);
    expect((await change(token, WRONG)).body.code).toBe('wrong_password');
    const answer = await change(token, oneTime.toUpperCase());
    expect(answer.body.sessions_ended).toBe(2);
    for (const other of others) {
      expect((await ask(cabinet, '/v1/balance', { token: other })).body.code).toBe('session_revoked');
    }
    expect((await change(token, oneTime)).body.code).toBe('wrong_password');
  });

  it('changes nothing by a new password that is too weak, and stays good for another try', async () => {
    const token = await tokenOf(oneTime);
    expect((await change(token, oneTime, 'weak')).body.code).toBe('password_too_weak');
    expect((await change(token, oneTime, oneTime)).body.code).toBe('password_too_weak');
    expect((await change(token, oneTime)).status).toBe(200);
  });

  it('is not examined in a dry run, which changes nothing', async () => {
    const token = await tokenOf(oneTime);
    expect((await change(token, WRONG, NEW, '/v1/password?dry_run=true')).status).toBe(200);
    expect((await ask(cabinet, '/v1/balance', { token })).body.code).toBe('password_change_required');
    expect((await change(token, oneTime)).status).toBe(200);
  });

  it('leaves only another recovery after five wrong ones in the session', async () => {
    const token = await tokenOf(oneTime);
    for (let guess = 0; guess < 5; guess++) {
      expect((await change(token, WRONG)).body.code).toBe('wrong_password');
    }
    expect((await change(token, oneTime)).body.code).toBe('recovery_required');
    cabinet.clock.advance(MINUTE_MS);
    expect((await change(token, await request())).status).toBe(200);
  });

  it('in an ordinary session stands for a permanent one that was forgotten', async () => {
    const token = await logIn(cabinet, subscriber);
    expect((await change(token, oneTime)).status).toBe(200);
    expect((await tryLogin(oneTime)).body.code).toBe('wrong_credentials');
  });

  it('is gone when the password was changed without it', async () => {
    const token = await logIn(cabinet, subscriber);
    expect((await change(token, subscriber.password)).status).toBe(200);
    expect((await tryLogin(oneTime)).body.code).toBe('wrong_credentials');
  });

  it('is worthless as soon as the SIM is blocked: the phone may be in other hands (R9)', async () => {
    const thief = await tokenOf(oneTime);
    cabinet.clock.advance(MINUTE_MS);
    const second = await request();
    const token = await logIn(cabinet, subscriber);
    const block = await ask(cabinet, '/v1/sim/block', { method: 'POST', token, body: { reason: 'stolen' } });
    expect(block.status).toBe(200);
    expect((await tryLogin(second)).body.code).toBe('wrong_credentials');
    for (const current of [oneTime, second])
      expect((await change(thief, current)).body.code).toBe('wrong_password');
    await logIn(cabinet, subscriber);
  });

  it('from an office outlives a block: it came another way', async () => {
    const { accountId } = subscriber;
    const { password } = await mutating(store(), accountId, (tx) =>
      issueOneTimePassword(tx, {
        accountId,
        way: 'office',
        now: cabinet.clock.now(),
        random: seededRandom('office'),
        settings: defaultSettings,
      }),
    );
    const token = await logIn(cabinet, subscriber);
    await ask(cabinet, '/v1/sim/block', { method: 'POST', token, body: { reason: 'lost' } });
    expect((await change(await tokenOf(password), password)).status).toBe(200);
  });

  it('is followed by an SMS that the password was changed', async () => {
    const before = await smsTo(store(), subscriber.msisdn);
    await change(await tokenOf(oneTime), oneTime);
    const after = await smsTo(store(), subscriber.msisdn);
    expect(after.slice(before.length)).toEqual(['Пароль кабинета изменён. Не вы? Отправьте SMS на 1070.']);
  });

  it('leaves no secret in the log', async () => {
    const token = await tokenOf(oneTime);
    await change(token, oneTime);
    for (const secret of [oneTime, oneTime.replaceAll('-', ''), NEW])
      expect(cabinet.log()).not.toContain(secret);
  });
});

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
