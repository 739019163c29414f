import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { plus, SECOND_MS } from '../../../src/shared/period.ts';
import { movableClock, START } from '../../support/clock.ts';
import { openStore } from '../../support/engines.ts';
import { type Ask, ask } from '../../support/http.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';

describe('the calendar of a sandbox', () => {
  let store: Store;
  let sandbox: RunningCabinet;
  beforeAll(async () => {
    store = await openStore('pglite');
    const clock = movableClock();
    let seconds = 0;
    const moveTo = async (offset: number) => {
      seconds = offset;
      clock.set(plus(new Date(START), seconds * SECOND_MS));
    };
    const calendar = {
      offset: () => seconds,
      act: () => {},
      advance: (more: number) => moveTo(seconds + more),
      reset: () => moveTo(0),
    };
    sandbox = await startCabinet(store, { clock, sandbox: { controlToken: 'control', clock: calendar } });
  });
  afterAll(async () => {
    await sandbox.stop();
    await store.close();
  });

  const post = (path: string, how: Ask = {}) =>
    ask(sandbox, path, { method: 'POST', token: 'control', key: null, ...how });

  it('moves forward and back to the real time', async () => {
    const later = await post('/v1/sandbox/clock/advance', { body: { seconds: 86_400 } });
    expect(later.body).toEqual({ now: '2026-03-06T09:00:00+00:00', offset_seconds: 86_400 });
    expect((await ask(sandbox, '/v1/sandbox/clock', { token: 'control' })).body).toEqual(later.body);
    const real = await post('/v1/sandbox/clock/reset');
    expect(real.body).toEqual({ now: '2026-03-05T09:00:00+00:00', offset_seconds: 0 });
  });

  it('never moves backward', async () => {
    const answer = await post('/v1/sandbox/clock/advance', { body: { seconds: -1 } });
    expect(answer.body).toMatchObject({
      code: 'bad_request',
      params: { field: 'seconds', reason: 'minimum' },
    });
  });

  it('obeys the control token only', async () => {
    expect((await ask(sandbox, '/v1/sandbox/clock')).body.code).toBe('token_missing');
    expect((await ask(sandbox, '/v1/sandbox/clock', { token: 'other' })).body.code).toBe('token_unknown');
  });

  it('does not exist in a cabinet that is no sandbox', async () => {
    const cabinet = await startCabinet(store);
    const answer = await ask(cabinet, '/v1/sandbox/clock', { token: 'control' });
    expect(answer.body).toMatchObject({ code: 'not_found', status: 404 });
    await cabinet.stop();
  });
});
