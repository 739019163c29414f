import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import { describeOnBothEngines, openStore } from '../../support/engines.ts';
import { ask, logIn } from '../../support/http.ts';
import { seededRandom } from '../../support/random.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addSubscriber, type Subscriber } from '../../support/subscribers.ts';

describeOnBothEngines('a request that cannot be served', (store, engine) => {
  let cabinet: RunningCabinet;
  let subscriber: Subscriber;
  let token: string;
  beforeAll(async () => {
    cabinet = await startCabinet(store());
    subscriber = await addSubscriber(store());
    token = await logIn(cabinet, subscriber);
  });
  afterAll(() => cabinet.stop());

  const login = (body: unknown, headers = {}) =>
    ask(cabinet, '/v1/sessions', { method: 'POST', body, headers, key: null });

  it('is answered with a problem that bears the id of the request', async () => {
    const answer = await ask(cabinet, '/v1/nowhere');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toEqual({
      type: 'urn:lisa:problem:not_found',
      title: 'not found',
      status: 404,
      code: 'not_found',
      params: {},
      request_id: answer.headers.get('x-request-id'),
    });
  });

  it.each([
    [{ login: 'anna' }, { field: 'password', reason: 'required' }],
    [
      { login: 7, password: 'x' },
      { field: 'login', reason: 'type' },
    ],
    [
      { login: 'x'.repeat(65), password: 'x' },
      { field: 'login', reason: 'maxLength' },
    ],
    [
      { login: 'anna', password: 'x', admin: true },
      { field: 'admin', reason: 'unknown' },
    ],
    ['{"login": "anna"', { field: 'body', reason: 'malformed' }],
    [undefined, { field: 'body', reason: 'type' }],
  ])('names the field of the body %j and the rule it breaks', async (body, params) => {
    const answer = await login(body);
    expect(answer.body).toMatchObject({ code: 'bad_request', status: 400, params });
  });

  it('never repeats what was sent', async () => {
    const answer = await login({ login: 'anna', password: ['S3cret-value'] });
    expect(answer.body.code).toBe('bad_request');
    expect(JSON.stringify(answer.body)).not.toContain('S3cret');
    expect(cabinet.log()).not.toContain('S3cret');
  });

  it('refuses a body that is not JSON', async () => {
    const answer = await login('login=anna', { 'content-type': 'text/plain' });
    expect(answer.body).toMatchObject({ code: 'bad_request', params: { field: 'content-type' } });
  });

  it('refuses a body over 16 KiB', async () => {
    const answer = await login({ login: 'anna', password: 'x'.repeat(20_000) });
    expect(answer.body).toMatchObject({
      code: 'body_too_large',
      status: 413,
      params: { limit_bytes: 16_384 },
    });
  });

  it('checks the query and the path', async () => {
    const limit = await ask(cabinet, '/v1/usage?limit=1001', { token });
    expect(limit.body).toMatchObject({ code: 'bad_request', params: { field: 'limit', reason: 'maximum' } });
    const gift = await ask(cabinet, '/v1/tone-gifts/nothing/refuse', { method: 'POST', token });
    expect(gift.body).toMatchObject({ code: 'bad_request', params: { field: 'gift', reason: 'format' } });
  });

  it('asks who is calling before it looks at the body', async () => {
    const answer = await ask(cabinet, '/v1/sim/block', { method: 'POST', body: { reason: 'bored' } });
    expect(answer.body.code).toBe('token_missing');
  });

  it('sends one address away when it asks too often', async () => {
    const busy = await startCabinet(store(), { settings: { requestsPerMinute: 3, loginsPerMinute: 2 } });
    const statuses = [];
    for (let request = 0; request < 5; request++)
      statuses.push((await ask(busy, '/v1/balance', { token })).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const limited = await ask(busy, '/v1/balance', { token });
    expect(limited.body.code).toBe('rate_limited');
    expect(Number(limited.headers.get('retry-after'))).toBe(limited.body.params.retry_after_seconds);
    expect((await ask(busy, '/healthz')).status).toBe(200);
    await busy.stop();
  });

  it('gives one address fewer logins than other requests', async () => {
    const busy = await startCabinet(store(), { settings: { loginsPerMinute: 1 } });
    const body = { login: subscriber.msisdn, password: subscriber.password };
    const again = () => ask(busy, '/v1/sessions', { method: 'POST', body, key: null });
    expect([(await again()).status, (await again()).status]).toEqual([201, 429]);
    expect((await ask(busy, '/v1/balance', { token })).status).toBe(200);
    await busy.stop();
  });

  it('logs what it answered, and no secret, login or number', async () => {
    const answer = await ask(cabinet, '/v1/usage?type=voice', { token });
    const lines = cabinet.log().trim().split('\n');
    const line = lines
      .map((text) => JSON.parse(text))
      .find(({ request_id }) => request_id === answer.headers.get('x-request-id'));
    expect(line).toMatchObject({ operation: 'listUsage', status: 200, milliseconds: expect.any(Number) });
    const log = cabinet.log();
    for (const secret of [token, subscriber.password, subscriber.msisdn, subscriber.networkLogin, 'voice']) {
      expect(log).not.toContain(secret);
    }
  });

  it('tells nothing about a fault of its own, and logs it without values', async () => {
    const broken = await openStore(engine);
    const ill = await startCabinet(broken);
    const token = await logIn(ill, await addSubscriber(broken));
    await broken.transact((tx) => sql`alter table balances rename column amount to gone`.execute(tx));
    const answer = await ask(ill, '/v1/balance', { token });
    expect(answer.body).toMatchObject({ code: 'internal', status: 500, params: {} });
    expect(JSON.stringify(answer.body)).not.toMatch(/amount|balances|column/);
    expect(ill.log()).toContain('"sqlstate":"42703"');
    await ill.stop();
    await broken.close();
  });
});

describe('a cabinet whose database is away', () => {
  it('answers 503, and is alive but not ready', async () => {
    const url = 'postgres://lisa@127.0.0.1:1/lisa';
    const store = openPostgresql({ url, random: seededRandom('away'), onConnectionError: () => {} });
    const cabinet = await startCabinet(store);
    const answer = await ask(cabinet, '/v1/balance', { token: 'lisa_ses_any' });
    expect(answer.body).toMatchObject({ code: 'unavailable', status: 503 });
    expect(answer.headers.get('retry-after')).toBe('1');
    expect((await ask(cabinet, '/healthz')).status).toBe(200);
    const ready = await ask(cabinet, '/readyz');
    expect({ status: ready.status, body: ready.body }).toEqual({
      status: 503,
      body: { status: 'unavailable', database: 'unreachable' },
    });
    await cabinet.stop();
    await store.close();
  });
});
