import { afterAll, beforeEach, expect, it } from 'vitest';
import { runBilling } from '../../../src/cabinet/domain/billing/runBilling.ts';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { defaultSettings as settings } from '../../../src/cabinet/settings.ts';
import { DAY_MS } from '../../../src/shared/period.ts';
import { START } from '../../support/clock.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import type { NewSubscriber } from '../../support/subscribers.ts';
import { addToneService } from '../../support/tones.ts';

const rub = (amount: string) => ({ amount, currency: 'RUB' });
const kalinka = {
  id: 'kalinka',
  title: { ru: 'Калинка', en: 'Kalinka' },
  artist: { ru: 'Хор', en: 'Choir' },
};
const CALLER = '9223334455';

/** The clock begins at 14:00 of 5 March in Yekaterinburg. */
describeCabinet('tones (R10)', (test) => {
  beforeEach(() => test().cabinet.clock.set(START));
  afterAll(async () => {
    expect((await test().store.read((db) => verifyLedger(db))).findings).toEqual([]);
  });

  async function ann(wanted: NewSubscriber = { wallet: 200_00n }) {
    const subscriber = await test().subscribe(wanted);
    const { get, post } = subscriber.call;
    return {
      ...subscriber,
      set: (melody: string, more: object = {}) => post('/v1/tones', { melody, ...more }),
      tones: async (query = '') => (await get(`/v1/tones${query}`)).body,
      heard: async (query = '') => (await get(`/v1/tones${query}`)).body.playing.melody?.id ?? null,
      balance: async () => (await get('/v1/balance')).body.balance.amount,
    };
  }

  /** Days pass, and the schedule does its work. */
  async function pass(days: number): Promise<void> {
    const { store, cabinet } = test();
    cabinet.clock.advance(days * DAY_MS);
    await runBilling(store, { until: cabinet.clock.now(), settings });
  }

  it('begin with the first one: it connects the service and pays the melody for 30 days', async () => {
    const { set, tones, balance } = await ann();
    expect((await tones()).service).toEqual({
      state: 'off',
      daily_fee: rub('1.50'),
      connected_at: null,
      next_fee_at: null,
      paused_since: null,
    });
    expect(await set('kalinka')).toMatchObject({
      status: 201,
      body: {
        setting: { melody: kalinka, caller: null, from: null, to: null, priority: 4 },
        replaced: null,
        price: rub('15.00'),
        paid_until: '2026-04-04T14:00:00+05:00',
        renews: true,
        renewal_price: rub('15.00'),
        tone_service: 'active',
        connects_service: true,
        daily_fee: rub('1.50'),
        next_fee_at: '2026-03-06T14:00:00+05:00',
        balance_before: rub('200.00'),
        balance_after: rub('185.00'),
      },
    });
    expect(await tones()).toMatchObject({
      service: {
        state: 'active',
        connected_at: '2026-03-05T14:00:00+05:00',
        next_fee_at: '2026-03-06T14:00:00+05:00',
      },
      melodies: [
        {
          melody: kalinka,
          price: rub('15.00'),
          state: 'active',
          acquired_at: '2026-03-05T14:00:00+05:00',
          paid_until: '2026-04-04T14:00:00+05:00',
          renews: true,
          gift: false,
        },
      ],
      settings: [{ melody: kalinka, priority: 4 }],
      status: null,
      playing: { kind: 'melody', melody: kalinka, message: null },
    });
    expect(await balance()).toBe('185.00');
  });

  it('cost 1.50 ₽ a day from the second day on, and the melody its price again after 30 days', async () => {
    const { set, balance, tones } = await ann();
    await set('kalinka');
    await pass(1);
    expect(await balance()).toBe('183.50');
    await pass(29);
    expect(await balance()).toBe('125.00');
    expect((await tones()).melodies[0].paid_until).toBe('2026-05-04T14:00:00+05:00');
  });

  it('are in the call detail by the name of the melody', async () => {
    const { set, call } = await ann();
    await set('kalinka');
    const { items } = (await call.get('/v1/usage')).body;
    expect(items).toMatchObject([{ type: 'service', service: 'Мелодия «Калинка»', cost: rub('15.00') }]);
  });

  it('that are paid already cost nothing for somebody else, or again', async () => {
    const { set, balance, tones } = await ann();
    await set('kalinka');
    const again = await set('kalinka', { caller: CALLER });
    expect(again.body).toMatchObject({ price: rub('0.00'), connects_service: false, replaced: null });
    await set('kalinka');
    expect(await balance()).toBe('185.00');
    expect((await tones()).settings).toHaveLength(2);
  });

  it('renew themselves only while their owner wants it', async () => {
    const { set, tones, heard } = await ann();
    expect((await set('kalinka', { renews: false })).body.renews).toBe(false);
    expect((await set('kalinka')).body).toMatchObject({ price: rub('0.00'), renews: true });
    expect((await set('kalinka', { renews: false })).body).toMatchObject({
      price: rub('0.00'),
      renews: false,
    });
    await pass(29);
    expect(await heard()).toBe('kalinka');
    await pass(1);
    expect(await heard()).toBeNull();
    expect((await tones()).melodies).toMatchObject([{ melody: { id: 'kalinka' }, state: 'ended' }]);
    expect((await set('kalinka')).body.price).toEqual(rub('15.00'));
    expect(await heard()).toBe('kalinka');
  });

  it('replace what stood in the same place, which does not renew any more without another one', async () => {
    const { set, tones } = await ann();
    const first = (await set('kalinka')).body.setting.id;
    const replaced = await set('yolka');
    expect(replaced.body).toMatchObject({
      setting: { id: first },
      replaced: { melody: kalinka, renews: false, paid_until: '2026-04-04T14:00:00+05:00' },
      price: rub('30.00'),
    });
    const { settings, melodies } = await tones();
    expect(settings.map((setting: { melody: { id: string } }) => setting.melody.id)).toEqual(['yolka']);
    expect(melodies).toMatchObject([
      { melody: { id: 'kalinka' }, renews: false, state: 'active' },
      { melody: { id: 'yolka' }, renews: true, state: 'active' },
    ]);
  });

  it('that are heard elsewhere too go on renewing when they are replaced', async () => {
    const { set } = await ann();
    await set('kalinka');
    await set('kalinka', { caller: CALLER });
    expect((await set('yolka')).body.replaced).toMatchObject({ melody: kalinka, renews: true });
  });

  it('for a caller and a time come before a caller, then a time, then everyone', async () => {
    const { set, heard, tones } = await ann();
    const day = { from: '09:00', to: '18:00' };
    await set('silence');
    await set('kalinka', day);
    await set('yolka', { caller: CALLER });
    await set('star', { caller: CALLER, ...day });
    const { settings } = await tones();
    expect(settings.map((setting: { priority: number }) => setting.priority)).toEqual([1, 2, 3, 4]);
    expect(await heard(`?caller=${CALLER}`)).toBe('star');
    expect(await heard(`?caller=${CALLER}&at=20:00`)).toBe('yolka');
    expect(await heard()).toBe('kalinka');
    expect(await heard('?at=20:00')).toBe('silence');
    expect(await heard('?caller=9000000000&at=20:00')).toBe('silence');
  });

  it('of one rank are heard by the newest setting, in a period that may pass midnight', async () => {
    const { cabinet } = test();
    const { set, heard } = await ann();
    await set('kalinka', { from: '22:00', to: '07:00' });
    cabinet.clock.advance(1);
    await set('yolka', { from: '06:00', to: '12:00' });
    const at = async (time: string) => heard(`?at=${time}`);
    expect(await at('21:59')).toBeNull();
    expect(await at('22:00')).toBe('kalinka');
    expect(await at('00:00')).toBe('kalinka');
    expect(await at('05:59')).toBe('kalinka');
    expect(await at('06:30')).toBe('yolka');
    expect(await at('12:00')).toBeNull();
    cabinet.clock.advance(1);
    await set('kalinka', { from: '22:00', to: '07:00' });
    expect(await at('06:30')).toBe('kalinka');
    expect(await at('07:00')).toBe('yolka');
  });

  it('that are over give way to the next one', async () => {
    const { set, heard } = await ann();
    await set('kalinka');
    await set('yolka', { caller: CALLER, renews: false });
    expect(await heard(`?caller=${CALLER}`)).toBe('yolka');
    await pass(30);
    expect(await heard(`?caller=${CALLER}`)).toBe('kalinka');
  });

  it('stay silent while the service is paused for want of money', async () => {
    const { set, tones, heard } = await ann({ wallet: 16_00n });
    await set('kalinka');
    await pass(1);
    expect((await tones()).service).toMatchObject({
      state: 'paused',
      next_fee_at: null,
      paused_since: '2026-03-06T14:00:00+05:00',
    });
    expect(await heard()).toBeNull();
    expect((await set('silence', { caller: CALLER })).body).toMatchObject({
      tone_service: 'paused',
      connects_service: false,
      next_fee_at: null,
    });
    expect(await set('yolka')).toMatchObject({ status: 409, body: { code: 'insufficient_funds' } });
    expect(await heard(`?caller=${CALLER}`)).toBeNull();
  });

  it('that could not renew can be bought again by setting them', async () => {
    const { store } = test();
    const { set, tones, accountId } = await ann();
    await set('kalinka');
    const at = new Date(START);
    await store.transact((tx) =>
      tx
        .updateTable('line_melodies')
        .set({ paid_until: at, next_fee_at: null, paused_since: at })
        .where('account_id', '=', accountId)
        .execute(),
    );
    expect(await tones()).toMatchObject({
      melodies: [{ state: 'paused', renews: true }],
      playing: { kind: 'ordinary' },
    });
    expect((await set('kalinka')).body.price).toEqual(rub('15.00'));
    expect((await tones()).playing.kind).toBe('melody');
  });

  it('can be removed; the melody stops renewing with its last setting', async () => {
    const { set, tones, call } = await ann();
    const forAll = (await set('kalinka')).body.setting.id;
    const forOne = (await set('kalinka', { caller: CALLER })).body.setting.id;
    expect(await call.del(`/v1/tones/${forOne}`)).toMatchObject({
      status: 200,
      body: { setting: { id: forOne, caller: CALLER }, renews: true },
    });
    expect((await call.del(`/v1/tones/${forAll.toUpperCase()}`)).body).toMatchObject({
      renews: false,
      paid_until: '2026-04-04T14:00:00+05:00',
    });
    expect((await tones()).settings).toEqual([]);
    const missing = { status: 404, body: { code: 'tone_setting_not_found' } };
    expect(await call.del(`/v1/tones/${forAll}`)).toMatchObject(missing);
  });

  it('can be switched off: nothing is charged, settings stay until one is set again', async () => {
    const { set, tones, call, balance, heard } = await ann();
    await set('kalinka');
    await set('yolka', { caller: CALLER });
    const off = await call.post('/v1/tones/off');
    expect(off).toMatchObject({
      status: 200,
      body: {
        state: 'off',
        melodies: [
          { melody: { id: 'kalinka' }, renews: false, paid_until: '2026-04-04T14:00:00+05:00' },
          { melody: { id: 'yolka' }, renews: false },
        ],
      },
    });
    expect(await call.post('/v1/tones/off')).toMatchObject({
      status: 409,
      body: { code: 'tone_service_off' },
    });
    expect(await heard()).toBeNull();
    await pass(10);
    expect(await balance()).toBe('155.00');
    expect((await tones()).settings).toHaveLength(2);
    expect((await set('kalinka')).body).toMatchObject({
      price: rub('0.00'),
      connects_service: true,
      next_fee_at: '2026-03-16T14:00:00+05:00',
    });
    expect(await heard(`?caller=${CALLER}`)).toBe('yolka');
  });

  it('foreseen by a dry run are not set', async () => {
    const { call, balance, tones } = await ann();
    const preview = await call.post('/v1/tones?dry_run=true', { melody: 'kalinka' });
    expect(preview).toMatchObject({ status: 201, body: { balance_after: rub('185.00') } });
    expect(await balance()).toBe('200.00');
    expect(await tones()).toMatchObject({ service: { state: 'off' }, melodies: [], settings: [] });
  });

  it('need the whole price of the melody, unless it is paid or free', async () => {
    const { set } = await ann({ wallet: 14_99n });
    expect(await set('kalinka')).toMatchObject({
      status: 409,
      body: { code: 'insufficient_funds', params: { needed: rub('15.00'), available: rub('14.99') } },
    });
    expect((await set('silence')).status).toBe(201);
  });

  it.each([
    [{ from: '09:00' }, 422],
    [{ to: '09:00' }, 422],
    [{ from: '09:00', to: '09:00' }, 422],
    [{ from: '9:00', to: '10:00' }, 400],
    [{ from: '24:00', to: '10:00' }, 400],
    [{ caller: '123' }, 400],
  ])('need a whole period and a number: %j is refused', async (more, status) => {
    const { set } = await ann();
    const answer = await set('kalinka', more);
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.body.code).toBe('tone_period_invalid');
  });

  it.each([
    ['blocked', 'line_blocked'],
    ['disconnected', 'line_disconnected'],
  ] as const)('cannot be set on a %s line', async (state, code) => {
    const { set } = await ann({ wallet: 100_00n, state });
    expect(await set('no-such-tone')).toMatchObject({ status: 409, body: { code } });
  });

  it('need a melody of the catalogue, and room for one setting more', async () => {
    const { store } = test();
    const { set, accountId } = await ann();
    expect(await set('no-such-tone')).toMatchObject({ status: 404, body: { code: 'tone_not_found' } });
    await set('silence');
    const row = { account_id: accountId, melody_id: 'silence', minute_from: null, minute_to: null };
    const rows = Array.from({ length: settings.toneSettings - 1 }, (_, index) => ({
      ...row,
      setting_id: `01900000-0000-7000-8000-0000000000${String(index).padStart(2, '0')}`,
      caller: String(9_500_000_000 + index),
      set_at: new Date(START),
    }));
    await store.transact((tx) => tx.insertInto('tone_settings').values(rows).execute());
    expect(await set('kalinka', { caller: CALLER })).toMatchObject({
      status: 409,
      body: { code: 'tone_settings_full', params: { limit: 50 } },
    });
    expect((await set('kalinka')).status).toBe(201);
  });

  it('of a gift are played for everyone when nothing is, and renew only by choice (R11)', async () => {
    const giver = await test().subscribe({ wallet: 100_00n });
    await addToneService(test().store, giver.accountId);
    const { call, msisdn, tones, set } = await ann({ wallet: 10_00n });
    const give = async (melody: string) => {
      const { gift } = (await giver.call.post('/v1/tone-gifts', { melody, to: msisdn })).body;
      return (await call.post(`/v1/tone-gifts/${gift.id}/accept`)).body;
    };
    expect(await give('kalinka')).toMatchObject({
      tone_service: 'active',
      connects_service: true,
      daily_fee: rub('1.50'),
      set_for_everyone: true,
    });
    expect(await give('yolka')).toMatchObject({ connects_service: false, set_for_everyone: false });
    expect(await tones()).toMatchObject({
      service: { next_fee_at: '2026-03-06T14:00:00+05:00' },
      settings: [{ melody: { id: 'kalinka' }, priority: 4 }],
      playing: { melody: { id: 'kalinka' } },
    });
    const renewing = await set('kalinka');
    expect(renewing.body).toMatchObject({ price: rub('0.00'), renews: true });
    const { melodies } = await tones();
    expect(melodies).toMatchObject([
      { melody: { id: 'kalinka' }, renews: true, gift: true },
      { melody: { id: 'yolka' }, renews: false, gift: true },
    ]);
  });
});
