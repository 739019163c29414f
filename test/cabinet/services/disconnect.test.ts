import { beforeAll, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/shared/period.ts';
import { START } from '../../support/clock.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { addServices, giveServices } from '../../support/services.ts';

const rub = (amount: string) => ({ amount, currency: 'RUB' });
const connect = (service: string) => `/v1/services/${service}/connect`;

describeCabinet('disconnecting a service', (test) => {
  beforeAll(() => addServices(test().store));
  const disconnect = (service: string) => `/v1/services/${service}/disconnect`;

  it('returns nothing, and the service can be connected and paid again', async () => {
    const { call } = await test().subscribe({ wallet: 10_00n });
    await call.post(connect('guard'));
    const { status, body } = await call.post(disconnect('guard'));
    expect(status).toBe(200);
    expect(body.service).toMatchObject({ state: 'off', connected_at: null, next_fee_at: null });
    expect((await call.get('/v1/services/guard')).body).toEqual(body.service);
    expect((await call.get('/v1/balance')).body.balance).toEqual(rub('8.50'));
    await call.post(connect('guard'));
    expect((await call.get('/v1/balance')).body.balance).toEqual(rub('7.00'));
  });

  it('ends its fees', async () => {
    const { cabinet } = test();
    const { call } = await test().subscribe({ wallet: 10_00n });
    await call.post(connect('guard'));
    await call.post(disconnect('guard'));
    try {
      cabinet.clock.advance(5 * DAY_MS);
      await call.put('/v1/news-subscription');
      expect((await call.get('/v1/balance')).body.balance).toEqual(rub('8.50'));
    } finally {
      cabinet.clock.set(START);
    }
  });

  it('that falls due at this moment pays it first: the day had begun', async () => {
    const { cabinet } = test();
    const { call } = await test().subscribe({ wallet: 10_00n });
    await call.post(connect('guard'));
    try {
      cabinet.clock.advance(DAY_MS);
      await call.post(disconnect('guard'));
      expect((await call.get('/v1/balance')).body.balance).toEqual(rub('7.00'));
    } finally {
      cabinet.clock.set(START);
    }
  });

  it('works for a paused one, in debt, and on a blocked line', async () => {
    for (const wanted of [{ wallet: -10_00n }, { state: 'blocked' as const }]) {
      const { call, accountId } = await test().subscribe(wanted);
      await giveServices(test().store, accountId, { guard: 'paused' });
      expect(await call.post(disconnect('guard'))).toMatchObject({
        status: 200,
        body: { service: { state: 'off', paused_since: null } },
      });
    }
  });

  it('previewed by a dry run changes nothing', async () => {
    const { call, accountId } = await test().subscribe();
    await giveServices(test().store, accountId, { guard: 'active' });
    const preview = await call.post(`${disconnect('guard')}?dry_run=true`);
    expect((await call.get('/v1/services/guard')).body.state).toBe('active');
    expect((await call.post(disconnect('guard'))).body).toEqual(preview.body);
  });

  it('is refused for the first reason that there is', async () => {
    const { call, accountId } = await test().subscribe();
    await giveServices(test().store, accountId, {
      'caller-id': 'active',
      internet: 'active',
      extra: 'paused',
    });
    const refusal = async (service: string) => (await call.post(disconnect(service))).body.code;
    expect(await refusal('nothing')).toBe('service_not_found');
    expect(await refusal('guard')).toBe('service_not_connected');
    expect(await refusal('caller-id')).toBe('service_not_removable');
    expect((await call.post(disconnect('internet'))).body).toMatchObject({
      code: 'service_required_by',
      params: { services: [{ id: 'extra', name: { ru: 'Ещё 5 ГБ', en: 'Extra 5 GB' } }] },
    });
    await call.post(disconnect('extra'));
    expect(await refusal('internet')).toBeUndefined();
    const gone = await test().subscribe({ state: 'disconnected' });
    expect((await gone.call.post(disconnect('nothing'))).body.code).toBe('line_disconnected');
  });

  it('at once with connecting what needs it never leaves the one without the other', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { call, accountId } = await test().subscribe({ wallet: 100_00n });
      await giveServices(test().store, accountId, { internet: 'active' });
      await call.get('/v1/balance');
      await Promise.all([call.post(disconnect('internet')), call.post(connect('extra'))]);
      const { body } = await call.get('/v1/services?state=connected');
      const left = body.items.map((service: { id: string }) => service.id);
      expect([[], ['internet', 'extra']]).toContainEqual(left);
    }
  });
});
