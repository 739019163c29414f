import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { MINUTE_MS } from '../../../src/shared/period.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { type Ask, ask, logIn } from '../../support/http.ts';
import { smsTo } from '../../support/sms.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addSubscriber, type Subscriber } from '../../support/subscribers.ts';

const NEW = 'Brand-New-Secret-9';

describeOnBothEngines('changePassword', (store) => {
  let cabinet: RunningCabinet;
  let subscriber: Subscriber;
  let token: string;
  beforeAll(async () => {
    cabinet = await startCabinet(store());
  });
  beforeEach(async () => {
    subscriber = await addSubscriber(store());
    token = await logIn(cabinet, subscriber);
  });
  afterAll(() => cabinet.stop());

  function change(current: string, wanted: string, how: Ask & { dryRun?: boolean } = {}) {
    const body = { current_password: current, new_password: wanted };
    const path = how.dryRun ? '/v1/password?dry_run=true' : '/v1/password';
    return ask(cabinet, path, { method: 'PUT', token, body, ...how });
  }

  it('lets in with the new password only', async () => {
    const answer = await change(subscriber.password, NEW);
    expect(answer.body).toEqual({ changed_at: '2026-03-05T14:00:00+05:00', sessions_ended: 0 });
    await logIn(cabinet, { ...subscriber, password: NEW });
    await expect(logIn(cabinet, subscriber)).rejects.toThrow('wrong_credentials');
  });

  it('ends every session but the one that asked', async () => {
    const others = [await logIn(cabinet, subscriber), await logIn(cabinet, subscriber)];
    const answer = await change(subscriber.password, NEW);
    expect(answer.body.sessions_ended).toBe(2);
    for (const other of others) {
      expect((await ask(cabinet, '/v1/balance', { token: other })).body.code).toBe('session_revoked');
    }
    expect((await ask(cabinet, '/v1/balance', { token })).status).toBe(200);
  });

  it('tells the line by SMS that it was changed, and only when it was', async () => {
    await change('Wrong-Guess-1', NEW);
    await change(subscriber.password, NEW, { dryRun: true });
    expect(await smsTo(store(), subscriber.msisdn)).toEqual([]);
    const key = randomUUID();
    await change(subscriber.password, NEW, { key });
    await change(subscriber.password, NEW, { key });
    expect(await smsTo(store(), subscriber.msisdn)).toEqual([
      'Пароль кабинета изменён. Не вы? Отправьте SMS на 1070.',
    ]);
  });

  it('sends a company to an office in that SMS, as 1070 does not help it (R4)', async () => {
    const { accountId, msisdn } = subscriber;
    await store().transact((tx) =>
      tx
        .updateTable('accounts')
        .set({ holder_kind: 'company' })
        .where('account_id', '=', accountId)
        .execute(),
    );
    await change(subscriber.password, NEW);
    expect(await smsTo(store(), msisdn)).toEqual(['Пароль кабинета изменён. Не вы? Обратитесь в офис.']);
  });

  it('writes nothing to a blocked SIM, which may be in other hands', async () => {
    subscriber = await addSubscriber(store(), { state: 'blocked' });
    token = await logIn(cabinet, subscriber);
    expect((await change(subscriber.password, NEW)).status).toBe(200);
    expect(await smsTo(store(), subscriber.msisdn)).toEqual([]);
  });

  it('frees a subscriber who had to change the password', async () => {
    subscriber = await addSubscriber(store(), { changeRequired: true });
    token = await logIn(cabinet, subscriber);
    expect((await change(subscriber.password, NEW)).status).toBe(200);
    expect((await ask(cabinet, '/v1/balance', { token })).status).toBe(200);
  });

  it('refuses a weak password before it looks at the current one', async () => {
    const answer = await change('Wrong-Guess-1', 'short');
    expect(answer.body).toMatchObject({ code: 'password_too_weak', params: { reason: 'too_short' } });
    expect(answer.status).toBe(422);
    const own = await change(subscriber.password, `X${subscriber.msisdn}`);
    expect(own.body.params).toEqual({ reason: 'contains_login' });
  });

  it('refuses the password that is in use', async () => {
    const answer = await change(subscriber.password, subscriber.password);
    expect(answer.body).toMatchObject({ code: 'password_unchanged', status: 409 });
  });

  it('counts wrong current passwords like failed logins', async () => {
    for (let guess = 0; guess < 5; guess++) {
      expect((await change('Wrong-Guess-1', NEW)).body).toMatchObject({
        code: 'wrong_password',
        status: 403,
      });
    }
    const locked = await change(subscriber.password, NEW);
    expect(locked.body).toMatchObject({ code: 'login_locked', params: { retry_after_seconds: 900 } });
    await expect(logIn(cabinet, subscriber)).rejects.toThrow('login_locked');
  });

  it('leaves only the recovery after three locks in a row', async () => {
    for (let lock = 0; lock < 3; lock++) {
      for (let guess = 0; guess < 5; guess++) await change('Wrong-Guess-1', NEW);
      cabinet.clock.advance(7.5 * MINUTE_MS);
      await ask(cabinet, '/v1/balance', { token });
      cabinet.clock.advance(7.5 * MINUTE_MS);
    }
    expect((await change(subscriber.password, NEW)).body).toMatchObject({
      code: 'recovery_required',
      status: 403,
    });
  });

  it('examines five of 64 guesses sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 64 }, () => change('Wrong-Guess-1', NEW)));
    const codes = answers.map((answer) => answer.body.code);
    expect(codes.filter((code) => code === 'wrong_password')).toHaveLength(5);
    expect(codes.filter((code) => code === 'login_locked')).toHaveLength(59);
  });

  it('does not examine a password in a dry run', async () => {
    const wrong = await change('Wrong-Guess-1', NEW, { dryRun: true });
    const right = await change(subscriber.password, NEW, { dryRun: true });
    const same = await change('Wrong-Guess-1', subscriber.password, { dryRun: true });
    expect([wrong.body, same.body]).toEqual([right.body, right.body]);
    await logIn(cabinet, subscriber);
  });

  it('replays the reply to a repeated request, and knows another password under the same key', async () => {
    const key = randomUUID();
    const first = await change(subscriber.password, NEW, { key });
    const again = await change(subscriber.password, NEW, { key });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replay')).toBe('true');
    const other = await change(subscriber.password, `${NEW}1`, { key });
    expect(other.body.code).toBe('idempotency_key_reused');
  });

  it('keeps no hash of the input that could be guessed without the token', async () => {
    const key = randomUUID();
    await change(subscriber.password, NEW, { key });
    const second = await addSubscriber(store());
    token = await logIn(cabinet, second);
    await change(second.password, NEW, { key });
    const rows = await store().read((db) =>
      db.selectFrom('idempotency_keys').select('input_hash').where('key', '=', key).execute(),
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]?.input_hash).not.toEqual(rows[1]?.input_hash);
  });
});
