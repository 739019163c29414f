import { beforeAll, beforeEach, expect, it } from 'vitest';
import { MINUTE_MS } from '../../../src/shared/period.ts';
import { START } from '../../support/clock.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { addStatusMessages, addToneService } from '../../support/tones.ts';

const driving = {
  id: 'driving',
  name: { ru: 'За рулём', en: 'Driving' },
  text: { ru: 'Я: За рулём', en: 'I am: Driving' },
};

describeCabinet('a status message', (test) => {
  beforeAll(() => addStatusMessages(test().store));
  beforeEach(() => test().cabinet.clock.set(START));

  async function ann() {
    const subscriber = await test().subscribe({ wallet: 100_00n });
    const { call } = subscriber;
    await call.post('/v1/tones', { melody: 'kalinka' });
    return {
      ...subscriber,
      set: (message: string, more: object = {}) => call.put('/v1/tones/status', { message, ...more }),
      playing: async (query = '') => (await call.get(`/v1/tones${query}`)).body.playing,
    };
  }

  it('is one of a list, and is heard instead of every melody', async () => {
    const { call, set, playing } = await ann();
    const list = (await call.get('/v1/status-messages')).body;
    expect(list).toMatchObject({ items: [driving, { id: 'meeting' }], current: null });
    const current = { message: driving, set_at: '2026-03-05T14:00:00+05:00', until: null };
    expect(await set('driving')).toMatchObject({ status: 200, body: { current } });
    expect((await call.get('/v1/status-messages')).body.current).toEqual(current);
    expect((await call.get('/v1/tones')).body.status).toEqual(current);
    expect(await playing()).toEqual({ kind: 'status', message: driving, melody: null, setting: null });
    await set('meeting');
    expect(await playing()).toMatchObject({ message: { id: 'meeting' } });
  });

  it('ends by itself after the minutes that were given', async () => {
    const { set, playing } = await ann();
    const answer = await set('driving', { minutes: 90 });
    expect(answer.body.current.until).toBe('2026-03-05T15:30:00+05:00');
    expect(await playing('?at=15:29')).toMatchObject({ kind: 'status' });
    expect(await playing('?at=15:30')).toMatchObject({ kind: 'melody' });
    test().cabinet.clock.advance(90 * MINUTE_MS);
    expect(await playing()).toMatchObject({ kind: 'melody', melody: { id: 'kalinka' } });
  });

  it('is cleared, also when there is none, and goes when the service is switched off', async () => {
    const { call, set, playing } = await ann();
    await set('driving');
    expect((await call.del('/v1/tones/status')).body.cleared).toMatchObject({ message: driving });
    expect(await call.del('/v1/tones/status')).toMatchObject({ status: 200, body: { cleared: null } });
    expect(await playing()).toMatchObject({ kind: 'melody' });
    await set('driving');
    await call.post('/v1/tones/off');
    await call.post('/v1/tones', { melody: 'kalinka' });
    expect(await playing()).toMatchObject({ kind: 'melody' });
  });

  it('costs nothing, but needs the tone service, paused or not', async () => {
    const { store, subscribe } = test();
    const bob = await subscribe();
    const set = (message = 'driving') => bob.call.put('/v1/tones/status', { message });
    expect(await set('nothing')).toMatchObject({ status: 404, body: { code: 'status_message_not_found' } });
    expect(await set()).toMatchObject({ status: 409, body: { code: 'tone_service_required' } });
    await addToneService(store, bob.accountId, 'paused');
    expect((await set()).status).toBe(200);
    expect((await bob.call.get('/v1/tones')).body).toMatchObject({
      status: { message: driving },
      playing: { kind: 'ordinary' },
    });
  });

  it('that a dry run foresees is not set', async () => {
    const { call, playing } = await ann();
    const preview = await call.put('/v1/tones/status?dry_run=true', { message: 'driving' });
    expect(preview).toMatchObject({ status: 200, body: { current: { message: driving } } });
    expect(await playing()).toMatchObject({ kind: 'melody' });
  });

  it('of a blocked line is not changed', async () => {
    const { call, set } = await ann();
    await call.post('/v1/sim/block', { reason: 'lost' });
    expect(await set('driving')).toMatchObject({ status: 409, body: { code: 'line_blocked' } });
    expect((await call.get('/v1/tones')).body.playing.kind).toBe('ordinary');
  });

  it.each([{ minutes: 0 }, { minutes: 43_201 }, { minutes: 1.5 }])('lasts minutes: not %j', async (more) => {
    const { set } = await ann();
    expect((await set('driving', more)).status).toBe(400);
  });
});
