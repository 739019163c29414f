import { afterAll, expect, it } from 'vitest';
import { runBilling } from '../../../src/cabinet/domain/billing/runBilling.ts';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { defaultSettings } from '../../../src/cabinet/settings.ts';
import { DAY_MS } from '../../../src/shared/period.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import type { NewSubscriber } from '../../support/subscribers.ts';
import { addToneService } from '../../support/tones.ts';

const rub = (amount: string) => ({ amount, currency: 'RUB' });

describeCabinet('a gift', (test) => {
  afterAll(async () => {
    expect((await test().store.read((db) => verifyLedger(db))).findings).toEqual([]);
  });

  /** Ann, who has the tone service and 100 ₽, and Bob. */
  async function friends(wanted: { ann?: NewSubscriber; bob?: NewSubscriber } = {}) {
    const ann = await test().subscribe({ wallet: 100_00n, ...wanted.ann });
    await addToneService(test().store, ann.accountId);
    const bob = await test().subscribe(wanted.bob);
    const offer = (melody = 'yolka') => ann.call.post('/v1/tone-gifts', { melody, to: bob.msisdn });
    const money = async () => {
      const { balance, held } = (await ann.call.get('/v1/balance')).body;
      return { balance: balance.amount, held: held.amount };
    };
    return { ann, bob, offer, money };
  }

  it('holds the giver’s money at once and shows on both sides', async () => {
    const { ann, bob, offer, money } = await friends();
    const offered = await offer();
    expect(offered.status).toBe(201);
    const gift = {
      id: expect.any(String),
      side: 'given',
      melody: { id: 'yolka', title: { ru: 'Ёлка', en: 'Fir Tree' }, artist: { ru: 'Хор', en: 'Choir' } },
      from: ann.msisdn,
      to: bob.msisdn,
      price: rub('30.00'),
      state: 'pending',
      offered_at: '2026-03-05T14:00:00+05:00',
      expires_at: '2026-03-06T14:00:00+05:00',
    };
    expect(offered.body).toEqual({
      gift,
      balance_before: rub('100.00'),
      balance_after: rub('70.00'),
      held: rub('30.00'),
    });
    expect(await money()).toEqual({ balance: '70.00', held: '30.00' });
    const { id } = offered.body.gift;
    expect((await ann.call.get('/v1/tone-gifts')).body).toEqual({ items: [{ ...gift, id }], next: null });
    expect((await bob.call.get('/v1/tone-gifts')).body).toEqual({
      items: [{ ...gift, id, side: 'received' }],
      next: null,
    });
  });

  it('that is accepted takes the money and connects the recipient’s tone service for 30 days', async () => {
    const { ann, bob, offer, money } = await friends();
    const { id } = (await offer()).body.gift;
    const accepted = await bob.call.post(`/v1/tone-gifts/${id}/accept`);
    expect(accepted).toMatchObject({
      status: 200,
      body: {
        gift: { id, side: 'received', state: 'accepted' },
        tone_service: 'active',
        paid_until: '2026-04-04T14:00:00+05:00',
      },
    });
    expect(await money()).toEqual({ balance: '70.00', held: '0.00' });
    expect((await bob.call.get('/v1/account')).body.tone_service).toBe('active');
    expect((await ann.call.get('/v1/tone-gifts')).body.items[0].state).toBe('accepted');
  });

  it('leaves a paused tone service of the recipient paused', async () => {
    const { bob, offer } = await friends();
    await addToneService(test().store, bob.accountId, 'paused');
    const { id } = (await offer()).body.gift;
    expect((await bob.call.post(`/v1/tone-gifts/${id}/accept`)).body.tone_service).toBe('paused');
  });

  it('switches a tone service on that was off', async () => {
    const { bob, offer } = await friends();
    await addToneService(test().store, bob.accountId, 'off');
    const { id } = (await offer()).body.gift;
    expect((await bob.call.post(`/v1/tone-gifts/${id}/accept`)).body.tone_service).toBe('active');
  });

  it('of a melody that is paid already adds 30 days', async () => {
    const { bob, offer } = await friends();
    const first = (await offer('kalinka')).body.gift.id;
    await bob.call.post(`/v1/tone-gifts/${first}/accept`);
    const second = (await offer('kalinka')).body.gift.id;
    const accepted = await bob.call.post(`/v1/tone-gifts/${second}/accept`);
    expect(accepted.body.paid_until).toBe('2026-05-04T14:00:00+05:00');
  });

  it('that is refused gives the money back', async () => {
    const { bob, offer, money } = await friends();
    const { id } = (await offer()).body.gift;
    const refused = await bob.call.post(`/v1/tone-gifts/${id}/refuse`);
    expect(refused).toMatchObject({ status: 200, body: { gift: { id, state: 'refused' } } });
    expect(await money()).toEqual({ balance: '100.00', held: '0.00' });
  });

  it.each(['accept', 'refuse'])('is answered once: afterwards %s is refused', async (answer) => {
    const { bob, offer } = await friends();
    const { id } = (await offer()).body.gift;
    await bob.call.post(`/v1/tone-gifts/${id}/accept`);
    expect(await bob.call.post(`/v1/tone-gifts/${id}/${answer}`)).toMatchObject({
      status: 409,
      body: { code: 'gift_already_settled', params: { state: 'accepted' } },
    });
  });

  it.each(['accept', 'refuse'])('is not there for anybody else to %s, its giver included', async (answer) => {
    const { ann, offer } = await friends();
    const { id } = (await offer()).body.gift;
    const stranger = await test().subscribe();
    const missing = { status: 404, body: { code: 'gift_not_found' } };
    expect(await stranger.call.post(`/v1/tone-gifts/${id}/${answer}`)).toMatchObject(missing);
    expect(await ann.call.post(`/v1/tone-gifts/${id}/${answer}`)).toMatchObject(missing);
  });

  it('cannot be accepted by a disconnected line, but refused', async () => {
    const { bob, offer } = await friends();
    const { id } = (await offer()).body.gift;
    await bob.call.post('/v1/sim/block', { reason: 'lost' });
    await test().store.transact((tx) =>
      tx
        .updateTable('lines')
        .set({ state: 'disconnected', block_reason: null, blocked_at: null, blocked_until: null })
        .where('account_id', '=', bob.accountId)
        .execute(),
    );
    const accepted = await bob.call.post(`/v1/tone-gifts/${id}/accept`);
    expect(accepted).toMatchObject({ status: 409, body: { code: 'line_disconnected' } });
    expect((await bob.call.post(`/v1/tone-gifts/${id}/refuse`)).status).toBe(200);
  });

  it('that a dry run previews is not offered', async () => {
    const { ann, bob, money } = await friends();
    const preview = await ann.call.post('/v1/tone-gifts?dry_run=true', { melody: 'star', to: bob.msisdn });
    expect(preview).toMatchObject({ status: 201, body: { balance_after: rub('40.00') } });
    expect(await money()).toEqual({ balance: '100.00', held: '0.00' });
    expect((await bob.call.get('/v1/tone-gifts')).body.items).toEqual([]);
  });

  it('may be offered again after an answer, not before', async () => {
    const { bob, offer } = await friends();
    const { id } = (await offer('kalinka')).body.gift;
    expect(await offer('kalinka')).toMatchObject({ status: 409, body: { code: 'gift_already_offered' } });
    expect((await offer('yolka')).status).toBe(201);
    await bob.call.post(`/v1/tone-gifts/${id}/refuse`);
    expect((await offer('kalinka')).status).toBe(201);
  });

  it('needs its whole price on the account', async () => {
    const { offer } = await friends({ ann: { wallet: 29_99n } });
    expect(await offer('yolka')).toMatchObject({
      status: 409,
      body: { code: 'insufficient_funds', params: { needed: rub('30.00'), available: rub('29.99') } },
    });
  });

  it('needs the giver to have the tone service', async () => {
    const { bob } = await friends();
    const without = await test().subscribe({ wallet: 100_00n });
    const answer = await without.call.post('/v1/tone-gifts', { melody: 'yolka', to: bob.msisdn });
    expect(answer).toMatchObject({ status: 409, body: { code: 'tone_service_required' } });
  });

  it('needs a melody of the catalogue and a line of ours that is not disconnected', async () => {
    const { ann, offer } = await friends();
    expect(await offer('no-such-tone')).toMatchObject({ status: 404, body: { code: 'tone_not_found' } });
    const gone = await test().subscribe({ state: 'disconnected' });
    for (const to of ['9999999999', gone.msisdn]) {
      const answer = await ann.call.post('/v1/tone-gifts', { melody: 'yolka', to });
      expect(answer).toMatchObject({ status: 404, body: { code: 'gift_recipient_not_found' } });
    }
  });

  it('is not for oneself', async () => {
    const { ann } = await friends();
    const answer = await ann.call.post('/v1/tone-gifts', { melody: 'yolka', to: ann.msisdn });
    expect(answer).toMatchObject({ status: 409, body: { code: 'gift_to_yourself' } });
  });

  it.each([
    ['blocked', 'line_blocked'],
    ['disconnected', 'line_disconnected'],
  ] as const)('of a %s line is refused', async (state, code) => {
    const { offer } = await friends({ ann: { state } });
    expect(await offer()).toMatchObject({ status: 409, body: { code } });
  });

  it('lists come newest first, in pages', async () => {
    const { cabinet } = test();
    const { ann, bob, offer } = await friends();
    await addToneService(test().store, bob.accountId);
    const ids: string[] = [];
    for (const melody of ['kalinka', 'yolka', 'silence']) {
      cabinet.clock.advance(1);
      ids.unshift((await offer(melody)).body.gift.id);
    }
    cabinet.clock.advance(1);
    const back = await bob.call.post('/v1/tone-gifts', { melody: 'silence', to: ann.msisdn });
    ids.unshift(back.body.gift.id);
    const first = (await ann.call.get('/v1/tone-gifts?limit=3')).body;
    const second = (await ann.call.get(`/v1/tone-gifts?limit=3&after=${first.next}`)).body;
    const items: { id: string; side: string }[] = [...first.items, ...second.items];
    expect(items.map((gift) => gift.id)).toEqual(ids);
    expect(items.map((gift) => gift.side)).toEqual(['received', 'given', 'given', 'given']);
    expect(second.next).toBeNull();
    expect((await ann.call.get('/v1/tone-gifts?after=nonsense')).status).toBe(400);
  });

  it('expires after 24 hours: a late answer is refused, and billing gives the money back (R11)', async () => {
    const { cabinet, store } = test();
    const { ann, bob, offer, money } = await friends();
    const { id, expires_at } = (await offer()).body.gift;
    cabinet.clock.advance(DAY_MS - 1);
    expect((await ann.call.get('/v1/tone-gifts')).body.items[0].state).toBe('pending');
    cabinet.clock.advance(1);
    expect((await ann.call.get('/v1/tone-gifts')).body.items[0].state).toBe('expired');
    expect(await money()).toEqual({ balance: '70.00', held: '30.00' });
    const late = { status: 409, body: { code: 'gift_expired', params: { expired_at: expires_at } } };
    expect(await bob.call.post(`/v1/tone-gifts/${id}/accept`)).toMatchObject(late);
    expect(await bob.call.post(`/v1/tone-gifts/${id}/refuse`)).toMatchObject(late);
    expect(await money()).toEqual({ balance: '70.00', held: '30.00' });
    await runBilling(store, { until: cabinet.clock.now(), settings: defaultSettings });
    expect(await money()).toEqual({ balance: '100.00', held: '0.00' });
    const [row] = (await ann.call.get('/v1/usage')).body.items;
    expect(row).toMatchObject({ started_at: expires_at, cost: rub('-30.00') });
    expect((await offer()).status).toBe(201);
  });

  it('is in the giver’s call detail when money is set aside and when it comes back', async () => {
    const { ann, bob, offer } = await friends();
    const { id } = (await offer()).body.gift;
    await bob.call.post(`/v1/tone-gifts/${id}/refuse`);
    const rows = (await ann.call.get('/v1/usage')).body.items;
    expect(rows.map((row: { cost: object; balance_after: object }) => [row.cost, row.balance_after])).toEqual(
      [
        [rub('-30.00'), rub('100.00')],
        [rub('30.00'), rub('70.00')],
      ],
    );
    expect((await bob.call.get('/v1/usage')).body.items).toEqual([]);
  });
});
