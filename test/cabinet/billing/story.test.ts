import { beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { billUntil, local, payIn, postBonusesAt, said, story } from '../../support/billing.ts';
import { START } from '../../support/clock.ts';
import { type CabinetUnderTest, describeCabinet } from '../../support/describe-cabinet.ts';
import { addServices } from '../../support/services.ts';

const GUARD = 'Услуга «Антиспам»';
const TONES = 'Вместо гудков';

/** How time passes between what people do. */
const ways = {
  'billed day by day': async (test: CabinetUnderTest, moment: string) => {
    const end = local(moment).getTime();
    for (let at = test.cabinet.clock.now().getTime(); at < end; at += 86_400_000) {
      await billUntil(test, said(new Date(at)));
    }
    await billUntil(test, moment);
  },
  'billed when somebody comes or looks': async ({ cabinet }: CabinetUnderTest, moment: string) =>
    cabinet.clock.set(local(moment)),
};

describeCabinet('seventy days of Ann', (test) => {
  beforeAll(() => addServices(test().store));

  it.each(Object.entries(ways))('%s, to the kopeck', { timeout: 300_000 }, async (_way, waitUntil) => {
    const { store, cabinet } = test();
    cabinet.clock.set(START);
    const ann = await test().subscribe({ wallet: 700_00n });
    const bob = await test().subscribe();
    await postBonusesAt(store, ann.accountId, '10.03 06:00');
    const feesThatWait = async () => {
      const { fees, base_rates_since } = (await ann.call.get('/v1/account')).body;
      const paused = fees.filter((fee: { state: string }) => fee.state === 'paused');
      return [base_rates_since, ...paused.map((fee: { id: string }) => fee.id ?? 'tones')];
    };

    // 5 March, 14:00: two services and a tone for everyone; a melody for Bob, who accepts it in the morning.
    await ann.call.post('/v1/services/internet/connect');
    await ann.call.post('/v1/services/extra/connect');
    await ann.call.post('/v1/services/guard/connect');
    expect((await ann.call.post('/v1/tones', { melody: 'kalinka' })).status).toBe(201);
    const { gift } = (await ann.call.post('/v1/tone-gifts', { melody: 'yolka', to: bob.msisdn })).body;
    await waitUntil(test(), '06.03 10:00');
    expect((await bob.call.post(`/v1/tone-gifts/${gift.id}/accept`)).status).toBe(200);

    // For five weeks there is money for everything.
    for (const evening of ['14.03 20:00', '24.03 20:00', '03.04 20:00']) {
      await waitUntil(test(), evening);
      expect(await feesThatWait()).toEqual([null]);
    }

    // 14 April: 21.50 ₽ are left, and the tariff wants 300 ₽. A week later there is nothing for anything.
    await waitUntil(test(), '14.04 15:00');
    await billUntil(test(), '14.04 15:00');
    expect(await feesThatWait()).toEqual(['2026-04-14T14:00:00+05:00', 'start']);
    await waitUntil(test(), '22.04 10:00');
    await billUntil(test(), '22.04 10:00');
    expect(await feesThatWait()).toEqual(['2026-04-14T14:00:00+05:00', 'start', 'guard', 'tones']);

    // 25 April: a top-up resumes the tariff, the service and the tones, in this order.
    await waitUntil(test(), '25.04 12:00');
    await payIn(store, ann.accountId, 350_00n, '25.04 12:00');
    expect(await feesThatWait()).toEqual([null]);

    // May: the month of «Ещё 5 ГБ» finds no money; bonuses bring some of it back.
    await waitUntil(test(), '12.05 10:00');
    await billUntil(test(), '12.05 10:00');
    expect(await feesThatWait()).toEqual([null, 'extra', 'guard', 'tones']);
    const spent = await ann.call.post('/v1/bonus/spendings', {
      amount: { amount: '101.75', currency: 'RUB' },
    });
    expect(spent.status).toBe(201);
    expect(await feesThatWait()).toEqual([null, 'tones']);
    await waitUntil(test(), '14.05 14:00');
    await billUntil(test(), '14.05 14:00');

    expect(await story(store, ann.accountId, [GUARD, TONES])).toEqual({
      events: [
        '05.03 14:00 Подключение услуги «Ещё 5 ГБ» -100.00 → 600.00',
        '05.03 14:00 Подключение услуги «Антиспам» -1.50 → 598.50',
        '05.03 14:00 Мелодия «Калинка» -15.00 → 583.50',
        '05.03 14:00 Подарок: мелодия «Ёлка» -30.00 → 553.50',
        '15.03 14:00 Абонентская плата «Старт» -300.00 → 226.50',
        '04.04 14:00 Мелодия «Калинка» -15.00 → 148.50',
        '05.04 14:00 Услуга «Ещё 5 ГБ» -100.00 → 48.50',
        '10.04 06:00 Начисление бонусов 0.00 → 33.50',
        '25.04 12:00 Пополнение 350.00 → 350.50',
        '25.04 12:00 Абонентская плата «Старт» -300.00 → 50.50',
        '04.05 14:00 Мелодия «Калинка» -15.00 → 5.50',
        '10.05 06:00 Начисление бонусов 0.00 → 1.00',
        '12.05 10:00 Оплата бонусами 101.75 → 102.75',
        '12.05 10:00 Услуга «Ещё 5 ГБ» -100.00 → 2.75',
      ],
      daily: {
        [GUARD]: [
          '06.03 14:00 – 20.04 14:00: 46 × 1.50',
          '25.04 12:00 – 06.05 12:00: 12 × 1.50',
          '12.05 10:00 – 12.05 10:00: 1 × 1.50',
        ],
        [TONES]: ['06.03 14:00 – 20.04 14:00: 46 × 1.50', '25.04 12:00 – 05.05 12:00: 11 × 1.50'],
      },
    });
    expect((await ann.call.get('/v1/account')).body).toMatchObject({
      balance: { amount: '1.25' },
      held: { amount: '0.00' },
      bonus: { amount: '0.00' },
    });
    expect((await store.read((db) => verifyLedger(db))).findings).toEqual([]);
  });
});
