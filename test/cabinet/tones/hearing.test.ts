import { beforeEach, expect, it } from 'vitest';
import { START } from '../../support/clock.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { pass, toneOwner } from '../../support/tone-owner.ts';
import { addToneService } from '../../support/tones.ts';

const rub = (amount: string) => ({ amount, currency: 'RUB' });
const CALLER = '9223334455';

/** The clock begins at 14:00 of 5 March in Yekaterinburg. */
describeCabinet('a melody that callers hear (R10)', (test) => {
  beforeEach(() => test().cabinet.clock.set(START));

  it('is the one for caller and time, then for the caller, the time, everyone', async () => {
    const { set, heard, tones } = await toneOwner(test());
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

  it('is the newest among equals, in a period that may pass midnight', async () => {
    const { cabinet } = test();
    const { set, heard } = await toneOwner(test());
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

  it('gives way to the next one when it is over', async () => {
    const { set, heard } = await toneOwner(test());
    await set('kalinka');
    await set('yolka', { caller: CALLER, renews: false });
    expect(await heard(`?caller=${CALLER}`)).toBe('yolka');
    await pass(test(), 30);
    expect(await heard(`?caller=${CALLER}`)).toBe('kalinka');
  });

  it('is nothing while the service is paused for want of money', async () => {
    const { set, tones, heard } = await toneOwner(test(), { wallet: 16_00n });
    await set('kalinka');
    await pass(test(), 1);
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

  it('is bought again by setting it when it could not renew', async () => {
    const { store } = test();
    const { set, tones, accountId } = await toneOwner(test());
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

  it('is a gift when nothing is set for everyone; it renews only by choice (R11)', async () => {
    const giver = await test().subscribe({ wallet: 100_00n });
    await addToneService(test().store, giver.accountId);
    const { call, msisdn, tones, set } = await toneOwner(test(), { wallet: 10_00n });
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
