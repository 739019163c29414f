import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { billUntil, diary, local, payIn, postBonusesAt } from '../../support/billing.ts';
import { addLot } from '../../support/bonus.ts';
import { START } from '../../support/clock.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { addServices, giveServices } from '../../support/services.ts';
import { CODEWORD } from '../../support/subscribers.ts';
import { addLineMelodies, addToneService } from '../../support/tones.ts';

describeCabinet('billing', (test) => {
  beforeAll(() => addServices(test().store));
  beforeEach(() => test().cabinet.clock.set(START));
  afterAll(async () => {
    expect((await test().store.read((db) => verifyLedger(db))).findings).toEqual([]);
  });

  /** Somebody without a tariff to pay. */
  const somebody = async (wallet: bigint) => {
    const ann = await test().subscribe({ wallet });
    await test().store.transact((tx) =>
      sql`update lines set next_fee_at = null where account_id = ${ann.accountId}`.execute(tx),
    );
    return { ...ann, diary: () => diary(test().store, ann.accountId) };
  };
  const amountsOf = async (path: string, call: { get(path: string): Promise<{ body: object }> }) =>
    (await call.get(path)).body;

  it('takes the fee of the tone service from its second day on (R10)', async () => {
    const ann = await somebody(100_00n);
    await ann.call.post('/v1/tones', { melody: 'kalinka' });
    await billUntil(test(), '07.03 14:00');
    expect(await ann.diary()).toEqual([
      '05.03 14:00 Мелодия «Калинка» -15.00 → 85.00',
      '06.03 14:00 Вместо гудков -1.50 → 83.50',
      '07.03 14:00 Вместо гудков -1.50 → 82.00',
    ]);
  });

  it('renews a melody every 30 days, the oldest first, and pauses it for want of money (R10)', async () => {
    const ann = await somebody(50_00n);
    await addToneService(test().store, ann.accountId);
    await addLineMelodies(test().store, ann.accountId, { yolka: 5, kalinka: 5, star: 5 });
    await billUntil(test(), '11.03 10:00');
    expect(await ann.diary()).toEqual([
      '10.03 14:00 Мелодия «Ёлка» -30.00 → 20.00',
      '10.03 14:00 Мелодия «Калинка» -15.00 → 5.00',
    ]);
    await payIn(test().store, ann.accountId, 55_00n, '12.03 09:00');
    await billUntil(test(), '10.04 10:00');
    expect((await ann.diary()).slice(2)).toEqual([
      '12.03 09:00 Пополнение 55.00 → 60.00',
      '12.03 09:00 Мелодия «Звезда 100%» -60.00 → 0.00',
    ]);
    const { melodies } = (await ann.call.get('/v1/tones')).body;
    const states = melodies.map((each: { melody: { id: string }; state: string; paid_until: string }) => [
      each.melody.id,
      each.state,
      each.paid_until,
    ]);
    expect(Object.fromEntries(states.map(([id, ...rest]: string[]) => [id, rest]))).toMatchObject({
      star: ['active', '2026-04-11T09:00:00+05:00'],
      yolka: ['paused', '2026-04-09T14:00:00+05:00'],
      kalinka: ['paused', '2026-04-09T14:00:00+05:00'],
    });
  });

  it('renews no melody while the tone service is paused, and resumes the service first (R10)', async () => {
    const ann = await somebody(20_00n);
    await addToneService(test().store, ann.accountId, 'paused');
    await addLineMelodies(test().store, ann.accountId, { kalinka: 2 });
    await billUntil(test(), '08.03 10:00');
    expect(await ann.diary()).toEqual([]);
    await payIn(test().store, ann.accountId, 1n, '08.03 10:00');
    expect(await ann.diary()).toEqual([
      '08.03 10:00 Пополнение 0.01 → 20.01',
      '08.03 10:00 Вместо гудков -1.50 → 18.51',
      '08.03 10:00 Мелодия «Калинка» -15.00 → 3.51',
    ]);
  });

  it('returns the money of a gift that nobody answered, and tries what waits for it (R11)', async () => {
    const ann = await somebody(30_00n);
    const bob = await test().subscribe();
    await addToneService(test().store, ann.accountId);
    await giveServices(test().store, ann.accountId, { guard: 'active' });
    await ann.call.post('/v1/tone-gifts', { melody: 'yolka', to: bob.msisdn });
    await billUntil(test(), '07.03 20:00');
    expect(await ann.diary()).toEqual([
      '05.03 14:00 Подарок: мелодия «Ёлка» -30.00 → 0.00',
      '06.03 14:00 Возврат за подарок: мелодия «Ёлка» 30.00 → 30.00',
      '06.03 14:00 Услуга «Антиспам» -1.50 → 28.50',
      '07.03 14:00 Услуга «Антиспам» -1.50 → 27.00',
    ]);
    expect((await bob.call.get('/v1/tone-gifts')).body.items[0].state).toBe('expired');
  });

  it('takes a promised payment back at its term, whatever the balance is then (R12)', async () => {
    const ann = await somebody(0n);
    await giveServices(test().store, ann.accountId, { guard: 'active' });
    await ann.call.post('/v1/promised-payment', { amount: { amount: '50.00', currency: 'RUB' } });
    await billUntil(test(), '10.03 10:00');
    expect(await ann.diary()).toEqual([
      '05.03 14:00 Обещанный платёж 50.00 → 50.00',
      '06.03 14:00 Услуга «Антиспам» -1.50 → 48.50',
      '07.03 14:00 Услуга «Антиспам» -1.50 → 47.00',
      '08.03 14:00 Возврат обещанного платежа -57.00 → -10.00',
    ]);
    expect((await ann.call.get('/v1/promised-payment')).body.open).toBeNull();
  });

  it('takes a promised payment back at the next top-up, before anything else (R12)', async () => {
    const ann = await somebody(0n);
    await giveServices(test().store, ann.accountId, { extra: 'paused' });
    await ann.call.post('/v1/promised-payment', { amount: { amount: '50.00', currency: 'RUB' } });
    await payIn(test().store, ann.accountId, 100_00n, '06.03 10:00');
    await billUntil(test(), '09.03 10:00');
    expect(await ann.diary()).toEqual([
      '05.03 14:00 Обещанный платёж 50.00 → 50.00',
      '06.03 10:00 Пополнение 100.00 → 150.00',
      '06.03 10:00 Возврат обещанного платежа -57.00 → 93.00',
    ]);
  });

  it('posts bonuses for the spending of the month before, on the 10th, for twelve months (R13)', async () => {
    const ann = await somebody(1_000_00n);
    await giveServices(test().store, ann.accountId, { guard: 'active' });
    await postBonusesAt(test().store, ann.accountId, '10.03 06:00');
    await billUntil(test(), '12.04 10:00');
    // 6–31 March: 26 × 1.50 = 39.00, and 10 % of it after fourteen months; in February nothing was spent.
    expect((await ann.diary()).filter((line) => line.includes('бонус'))).toEqual([
      '10.04 06:00 Начисление бонусов 0.00 → 947.50',
    ]);
    expect(await amountsOf('/v1/bonus', ann.call)).toMatchObject({
      balance: { amount: '3.90' },
      next_posting_at: '2026-05-10T06:00:00+05:00',
      lots: [
        {
          remaining: { amount: '3.90' },
          granted_at: '2026-04-10T06:00:00+05:00',
          expires_at: '2027-04-10T06:00:00+05:00',
        },
      ],
    });
  });

  it.each([
    ['2025-12-05', 5],
    ['2025-09-10', 8],
    ['2025-04-10', 10],
    ['2024-04-10', 12],
    ['2024-04-11', 10],
    ['2023-04-10', 15],
  ])('gives a contract of %s %i percent (R13)', async (contractDate, percent) => {
    const ann = await somebody(1_000_00n);
    await giveServices(test().store, ann.accountId, { extra: 'active' });
    await test().store.transact((tx) =>
      sql`update accounts set contract_date = ${contractDate} where account_id = ${ann.accountId}`.execute(
        tx,
      ),
    );
    await postBonusesAt(test().store, ann.accountId, '10.04 06:00');
    await billUntil(test(), '10.04 06:00');
    expect(await amountsOf('/v1/bonus', ann.call)).toMatchObject({
      rate_percent: percent,
      balance: { amount: `${percent}.00` },
    });
  });

  it('rounds half a kopeck of a bonus up (R5, R13)', async () => {
    const ann = await somebody(34_50n);
    await giveServices(test().store, ann.accountId, { guard: 'active' });
    await test().store.transact((tx) =>
      sql`update accounts set contract_date = '2026-03-01' where account_id = ${ann.accountId}`.execute(tx),
    );
    await postBonusesAt(test().store, ann.accountId, '10.04 06:00');
    await billUntil(test(), '10.04 06:00');
    // 23 days of March at 1.50 are 34.50, and 5 % of it 1.725.
    expect(await amountsOf('/v1/bonus', ann.call)).toMatchObject({ balance: { amount: '1.73' } });
  });

  it('writes a lot off twelve months after it was posted (R13)', async () => {
    const ann = await somebody(0n);
    await addLot(test().store, ann.accountId, { amount: 12_34n, daysAgo: 360 });
    await addLot(test().store, ann.accountId, { amount: 5_00n, daysAgo: 30 });
    await billUntil(test(), '20.03 10:00');
    expect(await amountsOf('/v1/bonus', ann.call)).toMatchObject({ balance: { amount: '5.00' } });
    const { items } = (await ann.call.get('/v1/bonus/history')).body;
    expect(items[0]).toMatchObject({
      kind: 'expired',
      amount: { amount: '-12.34' },
      at: '2026-03-10T14:00:00+05:00',
    });
  });

  it('takes nothing while a line is blocked, and everything as much later (R9)', async () => {
    const ann = await somebody(100_00n);
    await giveServices(test().store, ann.accountId, { guard: 'active', extra: 'paused' });
    await addToneService(test().store, ann.accountId);
    await addLineMelodies(test().store, ann.accountId, { kalinka: 3 });
    test().cabinet.clock.set(local('06.03 20:00'));
    await ann.call.post('/v1/sim/block', { reason: 'lost' });
    await payIn(test().store, ann.accountId, 10_00n, '10.03 10:00');
    await billUntil(test(), '16.03 20:00');
    await ann.call.post('/v1/sim/unblock', { codeword: CODEWORD });
    await billUntil(test(), '18.03 20:00');
    expect(await ann.diary()).toEqual([
      '06.03 14:00 Услуга «Антиспам» -1.50 → 98.50',
      '10.03 10:00 Пополнение 10.00 → 108.50',
      '16.03 20:00 Услуга «Ещё 5 ГБ» -100.00 → 8.50',
      '17.03 14:00 Услуга «Антиспам» -1.50 → 7.00',
      '18.03 14:00 Услуга «Антиспам» -1.50 → 5.50',
    ]);
    expect((await ann.call.get('/v1/tones')).body.melodies).toMatchObject([
      { state: 'paused', paid_until: '2026-03-18T14:00:00+05:00' },
    ]);
  });

  it('gives packages back the days of a block (R9)', async () => {
    const ann = await test().subscribe({ wallet: 1_000_00n });
    await billUntil(test(), '20.03 12:00');
    await ann.call.post('/v1/sim/block', { reason: 'temporary' });
    test().cabinet.clock.set(local('27.03 12:00'));
    await ann.call.post('/v1/sim/unblock', { codeword: CODEWORD });
    const { remains } = (await ann.call.get('/v1/balance')).body;
    expect(remains.map((each: { valid_until: string }) => each.valid_until)).toEqual(
      Array(3).fill('2026-04-21T14:00:00+05:00'),
    );
    await billUntil(test(), '21.04 14:00');
    expect(await diary(test().store, ann.accountId)).toEqual([
      '15.03 14:00 Абонентская плата «Старт» -300.00 → 700.00',
      '21.04 14:00 Абонентская плата «Старт» -300.00 → 400.00',
    ]);
  });

  it('disconnects a line that is not unblocked in 30 days, and charges it nothing any more (R9)', async () => {
    const ann = await test().subscribe({ wallet: 1_000_00n });
    await giveServices(test().store, ann.accountId, { guard: 'active' });
    await postBonusesAt(test().store, ann.accountId, '10.04 06:00');
    await ann.call.post('/v1/sim/block', { reason: 'stolen' });
    await billUntil(test(), '04.04 13:59');
    expect((await ann.call.get('/v1/sim')).body.state).toBe('blocked');
    await billUntil(test(), '01.06 10:00');
    expect((await ann.call.get('/v1/sim')).body.state).toBe('disconnected');
    expect(await diary(test().store, ann.accountId)).toEqual([]);
    const { rows } = await test().store.read((db) =>
      sql`select l.state, l.blocked_until, l.next_fee_at, a.bonus_due_at, s.next_fee_at as service
        from lines l join accounts a using (account_id) join line_services s using (account_id)
        where account_id = ${ann.accountId}`.execute(db),
    );
    const nothing = { blocked_until: null, next_fee_at: null, bonus_due_at: null, service: null };
    expect(rows).toEqual([{ state: 'disconnected', ...nothing }]);
  });

  it('ends an offer that nobody accepted (R15)', async () => {
    const ann = await somebody(100_00n);
    await test().store.transact(async (tx) => {
      await sql`insert into offers values ('ten', 'Десять', 'Ten', '', '', 'voice', 600, 7, 5000, 1)
        on conflict do nothing`.execute(tx);
      await sql`insert into line_offers values (${ann.accountId}, 'ten', 'open', ${START}, ${local('12.03 00:00')})`.execute(
        tx,
      );
    });
    await billUntil(test(), '12.03 00:00');
    const { rows } = await test().store.read((db) =>
      sql`select state from line_offers where account_id = ${ann.accountId}`.execute(db),
    );
    expect(rows).toEqual([{ state: 'expired' }]);
  });
});
