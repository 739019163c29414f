import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '../../../src/cabinet/domain/sessions/token.ts';
import { MINUTE_MS } from '../../../src/shared/period.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { type Answer, ask, logIn } from '../../support/http.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addSubscriber } from '../../support/subscribers.ts';

describeOnBothEngines('createSession', (store) => {
  let cabinet: RunningCabinet;
  beforeAll(async () => {
    cabinet = await startCabinet(store());
  });
  afterAll(() => cabinet.stop());

  function tryLogin(login: string, password = 'Wrong-Guess-1'): Promise<Answer> {
    return ask(cabinet, '/v1/sessions', { method: 'POST', body: { login, password }, key: null });
  }

  async function codesOf(login: string, tries: number): Promise<string[]> {
    const codes = [];
    for (let attempt = 0; attempt < tries; attempt++) codes.push((await tryLogin(login)).body.code);
    return codes;
  }

  it('shows the balance to whoever logged in', async () => {
    const token = await logIn(cabinet, await addSubscriber(store(), { wallet: 123_45n }));
    const answer = await ask(cabinet, '/v1/balance', { token });
    expect(answer.body).toMatchObject({ balance: { amount: '123.45', currency: 'RUB' } });
    expect(answer.status).toBe(200);
  });

  it('takes an account number, a network login and a mobile number however they are typed', async () => {
    const { accountId, password } = await addSubscriber(store(), {
      msisdn: '9001234567',
      networkLogin: 'anna.i',
    });
    const typed = [
      String(accountId),
      'anna.i',
      'ANNA.I',
      '9001234567',
      '8-900-123-45-67',
      '+7 (900) 123 45 67',
    ];
    for (const login of typed) {
      const answer = await tryLogin(login, password);
      expect(answer.status, login).toBe(201);
      expect(answer.body.account_id).toBe(String(accountId));
    }
  });

  it('answers with the limits of the session in the calendar of the line', async () => {
    const { accountId, msisdn, password } = await addSubscriber(store());
    const { body } = await tryLogin(msisdn, password);
    expect(body).toEqual({
      token: expect.stringMatching(/^lisa_ses_[\w-]{43}$/),
      account_id: String(accountId),
      msisdn,
      created_at: '2026-03-05T14:00:00+05:00',
      idle_expires_at: '2026-03-05T14:15:00+05:00',
      expires_at: '2026-03-06T02:00:00+05:00',
      password_change_required: false,
      as_of: '2026-03-05T14:00:00+05:00',
    });
  });

  it('keeps nothing of a token but its SHA-256', async () => {
    const token = await logIn(cabinet, await addSubscriber(store()));
    const hashes = await store().read((db) => db.selectFrom('sessions').select('token_hash').execute());
    expect(hashes.map((row) => row.token_hash.toString('hex'))).toContain(hashToken(token).toString('hex'));
    expect(hashes.map((row) => row.token_hash.toString('utf8')).join()).not.toContain(token);
    expect(cabinet.log()).not.toContain(token);
  });

  it('answers an unknown login and a wrong password alike', async () => {
    const { msisdn } = await addSubscriber(store());
    const wrong = await tryLogin(msisdn);
    const unknown = await tryLogin('nobody');
    const bare = ({ status, body }: Answer) => ({ status, body: { ...body, request_id: '' } });
    expect(bare(wrong)).toEqual(bare(unknown));
    expect(wrong.body.code).toBe('wrong_credentials');
    expect(wrong.status).toBe(401);
  });

  describe.each(['a known login', 'an unknown login'])('guessing the password of %s', (which) => {
    async function someLogin(): Promise<string> {
      if (which === 'a known login') return (await addSubscriber(store())).msisdn;
      return `nobody-${Math.floor(cabinet.clock.now().getTime() / 1000)}`;
    }

    it('locks for 15 minutes after the fifth wrong try', async () => {
      const login = await someLogin();
      expect(await codesOf(login, 5)).toEqual(Array(5).fill('wrong_credentials'));
      const locked = await tryLogin(login);
      expect(locked.body).toMatchObject({ code: 'login_locked', params: { retry_after_seconds: 900 } });
      expect(locked.status).toBe(429);
      expect(locked.headers.get('retry-after')).toBe('900');
      cabinet.clock.advance(15 * MINUTE_MS - 1);
      expect(await codesOf(login, 1)).toEqual(['login_locked']);
      cabinet.clock.advance(1);
      expect(await codesOf(login, 1)).toEqual(['wrong_credentials']);
    });

    it('leaves only the recovery after three locks in a row', async () => {
      const login = await someLogin();
      for (let lock = 0; lock < 3; lock++) {
        await codesOf(login, 5);
        cabinet.clock.advance(15 * MINUTE_MS);
      }
      const refused = await tryLogin(login);
      expect(refused.body.code).toBe('recovery_required');
      expect(refused.status).toBe(403);
    });

    it('examines five of 64 guesses sent at once', async () => {
      const login = await someLogin();
      const answers = await Promise.all(Array.from({ length: 64 }, () => tryLogin(login)));
      const codes = answers.map((answer) => answer.body.code);
      expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(5);
      expect(codes.filter((code) => code === 'login_locked')).toHaveLength(59);
    });
  });

  it('counts guesses by every login of one account together', async () => {
    const { accountId, msisdn, networkLogin } = await addSubscriber(store());
    await codesOf(msisdn, 2);
    await codesOf(networkLogin, 3);
    expect(await codesOf(String(accountId), 1)).toEqual(['login_locked']);
  });

  it('refuses even the right password while the login is locked', async () => {
    const { msisdn, password } = await addSubscriber(store());
    await codesOf(msisdn, 5);
    expect((await tryLogin(msisdn, password)).body.code).toBe('login_locked');
  });

  it('begins to count anew after the right password', async () => {
    const subscriber = await addSubscriber(store());
    await codesOf(subscriber.msisdn, 4);
    await logIn(cabinet, subscriber);
    expect(await codesOf(subscriber.msisdn, 5)).toEqual(Array(5).fill('wrong_credentials'));
  });
});
