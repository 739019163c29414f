import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../src/shared/period.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { ask, logIn } from '../../support/http.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addSubscriber } from '../../support/subscribers.ts';

const ALMOST_IDLE = 14 * MINUTE_MS + 59 * SECOND_MS;

describeOnBothEngines('a session', (store) => {
  let cabinet: RunningCabinet;
  let token: string;
  beforeAll(async () => {
    cabinet = await startCabinet(store());
  });
  beforeEach(async () => {
    token = await logIn(cabinet, await addSubscriber(store()));
  });
  afterAll(() => cabinet.stop());

  const codeOf = async (path: string) => (await ask(cabinet, path, { token })).body.code ?? 'done';

  it('lives on with every action, 14 minutes 59 seconds apart', async () => {
    for (let action = 0; action < 5; action++) {
      cabinet.clock.advance(ALMOST_IDLE);
      expect(await codeOf('/v1/balance')).toBe('done');
    }
  });

  it('is over after 15 minutes and a second without an action', async () => {
    cabinet.clock.advance(15 * MINUTE_MS + SECOND_MS);
    const answer = await ask(cabinet, '/v1/balance', { token });
    expect(answer.body).toMatchObject({ code: 'session_idle', params: { idle_minutes: 15 } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('is not prolonged by looking at it', async () => {
    cabinet.clock.advance(ALMOST_IDLE);
    const { body } = await ask(cabinet, '/v1/sessions/current', { token });
    expect(Date.parse(body.idle_expires_at) - cabinet.clock.now().getTime()).toBe(SECOND_MS);
    cabinet.clock.advance(2 * SECOND_MS);
    expect(await codeOf('/v1/sessions/current')).toBe('session_idle');
  });

  it('is over after 12 hours however much it is used', async () => {
    for (let passed = 0; passed < 12 * HOUR_MS - 10 * MINUTE_MS; passed += 10 * MINUTE_MS) {
      cabinet.clock.advance(10 * MINUTE_MS);
      expect(await codeOf('/v1/balance')).toBe('done');
    }
    cabinet.clock.advance(10 * MINUTE_MS);
    expect(await codeOf('/v1/balance')).toBe('session_expired');
  });

  it('never shows an idle limit behind the absolute one', async () => {
    for (let quarter = 0; quarter < 51; quarter++) {
      cabinet.clock.advance(14 * MINUTE_MS);
      await codeOf('/v1/balance');
    }
    const { body } = await ask(cabinet, '/v1/sessions/current', { token });
    expect(body.idle_expires_at).toBe(body.expires_at);
  });

  it('tells a missing token from an unknown one', async () => {
    const missing = await ask(cabinet, '/v1/sessions/current');
    expect(missing.body).toMatchObject({ code: 'token_missing', status: 401 });
    const unknown = await ask(cabinet, '/v1/sessions/current', { token: 'lisa_ses_unknown' });
    expect(unknown.body).toMatchObject({ code: 'token_unknown', status: 401 });
  });

  it('lets a subscriber who must change the password see only the session', async () => {
    const subscriber = await addSubscriber(store(), { changeRequired: true });
    token = await logIn(cabinet, subscriber);
    const { body } = await ask(cabinet, '/v1/sessions/current', { token });
    expect(body.password_change_required).toBe(true);
    const balance = await ask(cabinet, '/v1/balance', { token });
    expect(balance.body.code).toBe('password_change_required');
    expect(balance.status).toBe(403);
  });
});
