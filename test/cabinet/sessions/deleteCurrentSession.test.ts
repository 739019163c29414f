import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines } from '../../support/engines.ts';
import { ask, logIn } from '../../support/http.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addSubscriber } from '../../support/subscribers.ts';

describeOnBothEngines('deleteCurrentSession', (store) => {
  let cabinet: RunningCabinet;
  beforeAll(async () => {
    cabinet = await startCabinet(store());
  });
  afterAll(() => cabinet.stop());

  const logOut = (token?: string) =>
    ask(cabinet, '/v1/sessions/current', { method: 'DELETE', key: null, ...(token && { token }) });

  it('makes the token worthless, and leaves other sessions alone', async () => {
    const subscriber = await addSubscriber(store());
    const token = await logIn(cabinet, subscriber);
    const other = await logIn(cabinet, subscriber);
    const answer = await logOut(token);
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 204, body: undefined });
    expect((await ask(cabinet, '/v1/balance', { token })).body.code).toBe('session_revoked');
    expect((await ask(cabinet, '/v1/balance', { token: other })).status).toBe(200);
  });

  it('succeeds for a session that is over and for a token that nobody knows', async () => {
    const token = await logIn(cabinet, await addSubscriber(store()));
    await logOut(token);
    expect((await logOut(token)).status).toBe(204);
    expect((await logOut('lisa_ses_unknown')).status).toBe(204);
  });

  it('asks for a token', async () => {
    expect((await logOut()).body).toMatchObject({ code: 'token_missing', status: 401 });
  });
});
