import { expect, it } from 'vitest';
import { DAY_MS } from '../../../src/shared/period.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { addToneService } from '../../support/tones.ts';

describeCabinet('the account', (test) => {
  it('shows contract, line, tariff and money', async () => {
    const ann = await test().subscribe({ wallet: 123_45n });
    await addToneService(test().store, ann.accountId, 'paused');
    const { status, body } = await ann.call.get('/v1/account');
    expect(status).toBe(200);
    expect(body).toEqual({
      account_id: ann.accountId.toString(),
      contract_number: expect.stringContaining(ann.accountId.toString()),
      contract_date: '2025-01-29',
      holder: expect.any(String),
      region: {
        code: 'sverdlovsk',
        name: { ru: 'Свердловская область', en: 'Sverdlovsk region' },
        time_zone: 'Asia/Yekaterinburg',
      },
      msisdn: ann.msisdn,
      network_login: ann.networkLogin,
      state: 'active',
      balance: { amount: '123.45', currency: 'RUB' },
      held: { amount: '0.00', currency: 'RUB' },
      tariff: {
        id: 'start',
        name: { ru: 'Старт', en: 'Start' },
        fee: { amount: '300.00', currency: 'RUB' },
        next_fee_at: '2026-03-15T14:00:00+05:00',
      },
      base_rates_since: null,
      tone_service: 'paused',
      fees: [
        {
          kind: 'tariff',
          id: 'start',
          name: { ru: 'Старт', en: 'Start' },
          amount: { amount: '300.00', currency: 'RUB' },
          period: '30_days',
          state: 'active',
          next_at: '2026-03-15T14:00:00+05:00',
          paused_since: null,
        },
        {
          kind: 'tone_service',
          id: null,
          name: null,
          amount: { amount: '1.50', currency: 'RUB' },
          period: 'day',
          state: 'paused',
          next_at: null,
          paused_since: expect.any(String),
        },
      ],
      promise: null,
      bonus: { amount: '0.00', currency: 'RUB' },
      blocked_until: null,
      notifications: { sms: ann.msisdn, news: false },
    });
  });

  it('is without a tone service before the first tone', async () => {
    const ann = await test().subscribe();
    expect((await ann.call.get('/v1/account')).body.tone_service).toBe('off');
  });

  it('shows a debt as a negative balance', async () => {
    const ann = await test().subscribe({ wallet: -5n });
    expect((await ann.call.get('/v1/balance')).body.balance).toEqual({ amount: '-0.05', currency: 'RUB' });
  });
});

describeCabinet('the balance', (test) => {
  it('shows the packages of a switch until their 30 days are over', async () => {
    const { cabinet } = test();
    const ann = await test().subscribe({ wallet: 600_00n });
    expect((await ann.call.post('/v1/tariff-switches', { tariff: 'mega' })).status).toBe(201);
    const balance = await ann.call.get('/v1/balance');
    const valid_until = '2026-04-04T14:00:00+05:00';
    expect(balance.body).toEqual({
      account_id: ann.accountId.toString(),
      msisdn: ann.msisdn,
      balance: { amount: '0.00', currency: 'RUB' },
      held: { amount: '0.00', currency: 'RUB' },
      state: 'active',
      tariff: { id: 'mega', name: { ru: 'Мега', en: 'Mega' } },
      base_rates_since: null,
      promise: null,
      remains: [
        { usage_type: 'voice', unit: 'second', remaining: 18_000, initial: 18_000, valid_until },
        { usage_type: 'sms', unit: 'message', remaining: 100, initial: 100, valid_until },
        { usage_type: 'data', unit: 'byte', remaining: 10_737_418_240, initial: 10_737_418_240, valid_until },
      ],
      as_of: '2026-03-05T14:00:00+05:00',
    });
    cabinet.clock.advance(30 * DAY_MS - 1);
    expect((await ann.call.get('/v1/balance')).body.remains).toHaveLength(3);
    cabinet.clock.advance(1);
    expect((await ann.call.get('/v1/balance')).body.remains).toEqual([]);
  });
});
