import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { DAY_MS } from '../../../src/shared/period.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { CODEWORD } from '../../support/subscribers.ts';

const open = { state: 'active', reason: null, blocked_at: null, blocked_until: null, attempts_left: null };

describeCabinet('the SIM', (test) => {
  it('is blocked at once, without a codeword, and unblocked with it', async () => {
    const ann = await test().subscribe();
    expect((await ann.call.get('/v1/sim')).body).toEqual(open);
    const blocked = await ann.call.post('/v1/sim/block', { reason: 'stolen' });
    expect(blocked.status).toBe(200);
    expect(blocked.body).toEqual({
      state: 'blocked',
      reason: 'stolen',
      blocked_at: '2026-03-05T14:00:00+05:00',
      blocked_until: '2026-04-04T14:00:00+05:00',
      attempts_left: 5,
      fees: [expect.objectContaining({ kind: 'tariff', state: 'blocked', next_at: null })],
    });
    const { fees: _fees, ...sim } = blocked.body;
    expect((await ann.call.get('/v1/sim')).body).toEqual(sim);
    expect((await ann.call.get('/v1/balance')).body.state).toBe('blocked');
    const unblocked = await ann.call.post('/v1/sim/unblock', { codeword: ` ${CODEWORD.toUpperCase()} ` });
    expect(unblocked).toMatchObject({ status: 200, body: open });
    expect((await ann.call.get('/v1/sim')).body).toEqual(open);
  });

  it('that is blocked is not blocked again', async () => {
    const ann = await test().subscribe({ state: 'blocked' });
    expect(await ann.call.post('/v1/sim/block', { reason: 'lost' })).toMatchObject({
      status: 409,
      body: { code: 'sim_already_blocked', params: { blocked_until: '2026-04-04T14:00:00+05:00' } },
    });
  });

  it('that is not blocked cannot be unblocked', async () => {
    const ann = await test().subscribe();
    const answer = await ann.call.post('/v1/sim/unblock', { codeword: CODEWORD });
    expect(answer).toMatchObject({ status: 409, body: { code: 'sim_not_blocked' } });
  });

  it.each([
    ['blocked', '/v1/sim/block', { reason: 'lost' }],
    ['unblocked', '/v1/sim/unblock', { codeword: CODEWORD }],
  ])('of a disconnected line cannot be %s', async (_what, path, body) => {
    const ann = await test().subscribe({ state: 'disconnected' });
    expect(await ann.call.post(path, body)).toMatchObject({
      status: 409,
      body: { code: 'line_disconnected' },
    });
  });

  it('takes five wrong codewords, then only an office helps', async () => {
    const ann = await test().subscribe();
    await ann.call.post('/v1/sim/block', { reason: 'lost' });
    for (const attempts_left of [4, 3, 2, 1, 0]) {
      expect(await ann.call.post('/v1/sim/unblock', { codeword: 'берёза' })).toMatchObject({
        status: 403,
        body: { code: 'codeword_wrong', params: { attempts_left } },
      });
      expect((await ann.call.get('/v1/sim')).body.attempts_left).toBe(attempts_left);
    }
    const answer = await ann.call.post('/v1/sim/unblock', { codeword: CODEWORD });
    expect(answer).toMatchObject({ status: 403, body: { code: 'codeword_exhausted' } });
    expect((await ann.call.get('/v1/sim')).body.state).toBe('blocked');
  });

  it('forgets wrong codewords once the right one was given', async () => {
    const ann = await test().subscribe();
    await ann.call.post('/v1/sim/block', { reason: 'lost' });
    await ann.call.post('/v1/sim/unblock', { codeword: 'берёза' });
    await ann.call.post('/v1/sim/unblock', { codeword: CODEWORD });
    const again = await ann.call.post('/v1/sim/block', { reason: 'lost' });
    expect(again.body.attempts_left).toBe(5);
  });

  it('counts a wrong codeword once, however often the request is repeated', async () => {
    const ann = await test().subscribe();
    await ann.call.post('/v1/sim/block', { reason: 'lost' });
    const key = 'one-and-the-same-key';
    for (let repeat = 0; repeat < 3; repeat++) {
      const answer = await ann.call.post('/v1/sim/unblock', { codeword: 'берёза' }, { key });
      expect(answer).toMatchObject({
        status: 403,
        body: { code: 'codeword_wrong', params: { attempts_left: 4 } },
      });
    }
    expect((await ann.call.get('/v1/sim')).body.attempts_left).toBe(4);
  });

  it('lets at most five of twenty guesses sent at once be examined', async () => {
    const ann = await test().subscribe();
    await ann.call.post('/v1/sim/block', { reason: 'lost' });
    const guesses = Array.from({ length: 20 }, (_, index) => {
      return ann.call.post('/v1/sim/unblock', { codeword: `guess ${index}` });
    });
    const codes = (await Promise.all(guesses)).map((answer) => answer.body.code);
    expect(codes.filter((code) => code === 'codeword_wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'codeword_exhausted')).toHaveLength(15);
  });

  it('is not asked about the codeword in a dry run, which would be a free guess', async () => {
    const ann = await test().subscribe();
    await ann.call.post('/v1/sim/block', { reason: 'lost' });
    for (const codeword of ['берёза', CODEWORD, '']) {
      const answer = await ann.call.post('/v1/sim/unblock?dry_run=true', { codeword });
      expect(answer).toMatchObject({ status: 200, body: open });
    }
    const sim = await ann.call.get('/v1/sim');
    expect(sim.body).toMatchObject({ state: 'blocked', attempts_left: 5 });
  });

  it('is disconnected everywhere when its block was not lifted in 30 days', async () => {
    const { cabinet, store } = test();
    const ann = await test().subscribe({ wallet: 1_000_00n });
    await ann.call.post('/v1/sim/block', { reason: 'lost' });
    cabinet.clock.advance(30 * DAY_MS - 1);
    expect((await ann.call.get('/v1/sim')).body.state).toBe('blocked');
    cabinet.clock.advance(1);
    expect((await ann.call.get('/v1/sim')).body).toEqual({ ...open, state: 'disconnected' });
    expect((await ann.call.get('/v1/account')).body.state).toBe('disconnected');
    expect((await ann.call.get('/v1/balance')).body.state).toBe('disconnected');
    const refused = { status: 409, body: { code: 'line_disconnected' } };
    expect(await ann.call.post('/v1/sim/unblock', { codeword: CODEWORD })).toMatchObject(refused);
    expect(await ann.call.post('/v1/sim/block', { reason: 'lost' })).toMatchObject(refused);
    expect(await ann.call.post('/v1/tariff-switches', { tariff: 'mega' })).toMatchObject(refused);
    const { rows } = await store.read((db) =>
      sql`select state from lines where account_id = ${ann.accountId}`.execute(db),
    );
    expect(rows).toEqual([{ state: 'disconnected' }]);
  });
});
