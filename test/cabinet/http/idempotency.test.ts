import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnBothEngines } from '../../support/engines.ts';
import { type Ask, ask, logIn } from '../../support/http.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addSubscriber, type Subscriber } from '../../support/subscribers.ts';

describeOnBothEngines('a mutation', (store) => {
  let cabinet: RunningCabinet;
  let subscriber: Subscriber;
  let token: string;
  beforeAll(async () => {
    cabinet = await startCabinet(store());
  });
  beforeEach(async () => {
    subscriber = await addSubscriber(store(), { wallet: 2_000_00n });
    token = await logIn(cabinet, subscriber);
  });
  afterAll(() => cabinet.stop());

  const post = (path: string, body: unknown, how: Ask = {}) =>
    ask(cabinet, path, { method: 'POST', token, body, ...how });
  const block = (how: Ask = {}) => post('/v1/sim/block', { reason: 'lost' }, how);
  const simState = async () => (await ask(cabinet, '/v1/sim', { token })).body.state;

  it('asks for an idempotency key, and for a sound one', async () => {
    expect((await block({ key: null })).body).toMatchObject({
      code: 'idempotency_key_required',
      status: 400,
    });
    const short = await block({ key: 'short' });
    expect(short.body).toMatchObject({ code: 'bad_request', params: { field: 'idempotency-key' } });
    expect(await simState()).toBe('active');
  });

  it('sent 64 times at once under one key has one effect and one reply', async () => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => post('/v1/tariff-switches', { tariff: 'mega' }, { key })),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    const replays = answers.filter((answer) => answer.headers.get('idempotent-replay') === 'true');
    expect(replays).toHaveLength(63);
    const { body } = await ask(cabinet, '/v1/balance', { token });
    expect(body.balance.amount).toBe('1400.00');
  });

  it('sent 64 times at once under 64 keys passes once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => post('/v1/tariff-switches', { tariff: 'mega' })),
    );
    const codes = answers.map((answer) => answer.body?.code ?? answer.status);
    expect(codes.filter((code) => code === 201)).toHaveLength(1);
    expect(codes.filter((code) => code === 'tariff_already_active')).toHaveLength(63);
  });

  it('replays a refusal too, even when it would pass by now', async () => {
    const key = randomUUID();
    const unblock = () => post('/v1/sim/unblock', { codeword: 'облако' }, { key });
    const refused = await unblock();
    expect(refused.body.code).toBe('sim_not_blocked');
    await block();
    const again = await unblock();
    expect(again.body).toEqual({ ...refused.body, request_id: again.headers.get('x-request-id') });
    expect(again.status).toBe(refused.status);
    expect(again.headers.get('idempotent-replay')).toBe('true');
    expect(await simState()).toBe('blocked');
  });

  it('refuses a key that came with another input or another operation', async () => {
    const key = randomUUID();
    await block({ key });
    const input = await post('/v1/sim/block', { reason: 'stolen' }, { key });
    expect(input.body).toMatchObject({ code: 'idempotency_key_reused', status: 422 });
    const operation = await post('/v1/tariff-switches', { tariff: 'mega' }, { key });
    expect(operation.body.code).toBe('idempotency_key_reused');
  });

  it('takes the same input however its fields are ordered', async () => {
    const key = randomUUID();
    const other = await addSubscriber(store());
    const gift = (body: string) => post('/v1/tone-gifts', body, { key });
    const first = await gift(`{"melody":"none","to":"${other.msisdn}"}`);
    const again = await gift(`{"to":"${other.msisdn}","melody":"none"}`);
    expect(again.body.code).toBe(first.body.code);
    expect(again.headers.get('idempotent-replay')).toBe('true');
  });

  it('keeps the keys of subscribers apart', async () => {
    const key = randomUUID();
    await block({ key });
    token = await logIn(cabinet, await addSubscriber(store()));
    const answer = await block({ key });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('idempotent-replay')).toBeNull();
  });

  it('replays to another session of the same subscriber', async () => {
    const key = randomUUID();
    await block({ key });
    token = await logIn(cabinet, subscriber);
    expect((await block({ key })).headers.get('idempotent-replay')).toBe('true');
  });

  it('does nothing in a dry run, and leaves its key free', async () => {
    const key = randomUUID();
    const dry = await post('/v1/sim/block?dry_run=true', { reason: 'lost' }, { key });
    expect(dry.body.state).toBe('blocked');
    expect(await simState()).toBe('active');
    const real = await block({ key });
    expect(real.body).toEqual(dry.body);
    expect(real.headers.get('idempotent-replay')).toBeNull();
    expect(await simState()).toBe('blocked');
  });
});
