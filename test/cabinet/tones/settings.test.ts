import { afterAll, beforeEach, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { defaultSettings as settings } from '../../../src/cabinet/settings.ts';
import { DAY_MS, MINUTE_MS } from '../../../src/shared/period.ts';
import { START } from '../../support/clock.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { pass, toneOwner } from '../../support/tone-owner.ts';

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

  it('begin with the first one: it connects the service and pays the melody for 30 days', async () => {
    const { set, tones, balance } = await toneOwner(test());
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
    const { set, balance, tones } = await toneOwner(test());
    await set('kalinka');
    await pass(test(), 1);
    expect(await balance()).toBe('183.50');
    await pass(test(), 29);
    expect(await balance()).toBe('125.00');
    expect((await tones()).melodies[0].paid_until).toBe('2026-05-04T14:00:00+05:00');
  });

  it('are in the call detail by the name of the melody', async () => {
    const { set, call } = await toneOwner(test());
    await set('kalinka');
    const { items } = (await call.get('/v1/usage')).body;
    expect(items).toMatchObject([{ type: 'service', service: 'Мелодия «Калинка»', cost: rub('15.00') }]);
  });

  it('that are paid already cost nothing for somebody else, or again', async () => {
    const { set, balance, tones } = await toneOwner(test());
    await set('kalinka');
    const again = await set('kalinka', { caller: CALLER });
    expect(again.body).toMatchObject({ price: rub('0.00'), connects_service: false, replaced: null });
    await set('kalinka');
    expect(await balance()).toBe('185.00');
    expect((await tones()).settings).toHaveLength(2);
  });

  it('renew themselves only while their owner wants it', async () => {
    const { set, tones, heard } = await toneOwner(test());
    expect((await set('kalinka', { renews: false })).body.renews).toBe(false);
    expect((await set('kalinka')).body).toMatchObject({ price: rub('0.00'), renews: true });
    expect((await set('kalinka', { renews: false })).body).toMatchObject({
      price: rub('0.00'),
      renews: false,
    });
    await pass(test(), 29);
    expect(await heard()).toBe('kalinka');
    await pass(test(), 1);
    expect(await heard()).toBeNull();
    expect((await tones()).melodies).toMatchObject([{ melody: { id: 'kalinka' }, state: 'ended' }]);
    expect((await set('kalinka')).body.price).toEqual(rub('15.00'));
    expect(await heard()).toBe('kalinka');
  });

  it('replace what stood in the same place, which does not renew any more without another one', async () => {
    const { set, tones } = await toneOwner(test());
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
    const { set } = await toneOwner(test());
    await set('kalinka');
    await set('kalinka', { caller: CALLER });
    expect((await set('yolka')).body.replaced).toMatchObject({ melody: kalinka, renews: true });
  });

  it('can be removed; the melody stops renewing with its last setting', async () => {
    const { set, tones, call } = await toneOwner(test());
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

  it('switched off and on within a day are charged at its end, however often', async () => {
    const { set, call, balance } = await toneOwner(test());
    await set('kalinka');
    for (let day = 1; day <= 3; day += 1) {
      test().cabinet.clock.advance(DAY_MS - MINUTE_MS);
      await call.post('/v1/tones/off');
      expect((await set('kalinka')).body.connects_service).toBe(true);
      test().cabinet.clock.advance(MINUTE_MS);
      await pass(test(), 0);
    }
    expect(await balance()).toBe('180.50');
  });

  it('switched off for the moment of the fee are charged when they are on again: only the first day is free', async () => {
    const { set, call, balance } = await toneOwner(test());
    await set('kalinka');
    for (let day = 1; day <= 3; day += 1) {
      test().cabinet.clock.advance(DAY_MS - MINUTE_MS);
      await call.post('/v1/tones/off');
      test().cabinet.clock.advance(MINUTE_MS);
      const { next_fee_at } = (await set('kalinka')).body;
      expect(next_fee_at).toBe(`2026-03-0${5 + day}T14:00:00+05:00`);
      await pass(test(), 0);
    }
    expect(await balance()).toBe('180.50');
  });

  it('can be switched off: nothing is charged, settings stay until one is set again', async () => {
    const { set, tones, call, balance, heard } = await toneOwner(test());
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
    await pass(test(), 10);
    expect(await balance()).toBe('155.00');
    expect((await tones()).settings).toHaveLength(2);
    expect((await set('kalinka')).body).toMatchObject({
      price: rub('0.00'),
      connects_service: true,
      next_fee_at: '2026-03-15T14:00:00+05:00',
    });
    expect(await heard(`?caller=${CALLER}`)).toBe('yolka');
  });

  it('foreseen by a dry run are not set', async () => {
    const { call, balance, tones } = await toneOwner(test());
    const preview = await call.post('/v1/tones?dry_run=true', { melody: 'kalinka' });
    expect(preview).toMatchObject({ status: 201, body: { balance_after: rub('185.00') } });
    expect(await balance()).toBe('200.00');
    expect(await tones()).toMatchObject({ service: { state: 'off' }, melodies: [], settings: [] });
  });

  it('need the whole price of the melody, unless it is paid or free', async () => {
    const { set } = await toneOwner(test(), { wallet: 14_99n });
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
    const { set } = await toneOwner(test());
    const answer = await set('kalinka', more);
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.body.code).toBe('tone_period_invalid');
  });

  it.each([
    ['blocked', 'line_blocked'],
    ['disconnected', 'line_disconnected'],
  ] as const)('cannot be set on a %s line', async (state, code) => {
    const { set } = await toneOwner(test(), { wallet: 100_00n, state });
    expect(await set('no-such-tone')).toMatchObject({ status: 409, body: { code } });
  });

  it('need a melody of the catalogue, and room for one setting more', async () => {
    const { store } = test();
    const { set, accountId } = await toneOwner(test());
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
});
