import { beforeAll, expect, it } from 'vitest';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { addServices, giveServices } from '../../support/services.ts';

const rub = (amount: string) => ({ amount, currency: 'RUB' });
const ids = (body: { items: { id: string }[] }) => body.items.map((service) => service.id);

describeCabinet('services', (test) => {
  beforeAll(() => addServices(test().store));

  it('are listed in the order of the catalogue; of the archive only to who has them', async () => {
    const ann = await test().subscribe();
    const all = ['caller-id', 'internet', 'extra', 'turbo', 'guard', 'forwarding'];
    expect(ids((await ann.call.get('/v1/services')).body)).toEqual(all);
    const bob = await test().subscribe();
    await giveServices(test().store, bob.accountId, { fax: 'active' });
    expect(ids((await bob.call.get('/v1/services')).body)).toEqual([...all, 'fax']);
  });

  it('can be narrowed down to connected ones, available ones and a category', async () => {
    const { call, accountId } = await test().subscribe();
    await giveServices(test().store, accountId, { internet: 'active', guard: 'paused', fax: 'active' });
    const found = async (query: string) => ids((await call.get(`/v1/services?${query}`)).body);
    expect(await found('state=connected')).toEqual(['internet', 'guard', 'fax']);
    expect(await found('state=available')).toEqual(['caller-id', 'extra', 'turbo', 'forwarding']);
    expect(await found('category=internet')).toEqual(['internet', 'extra', 'turbo']);
    expect(await found('category=internet&state=connected')).toEqual(['internet']);
    expect(await found('category=nothing')).toEqual([]);
  });

  it('show their fees, what they need and exclude by name, and how they stand', async () => {
    const { call, accountId } = await test().subscribe();
    await giveServices(test().store, accountId, { internet: 'active', guard: 'paused' });
    expect((await call.get('/v1/services/turbo')).body).toEqual({
      id: 'turbo',
      category: 'internet',
      name: { ru: 'Турбо', en: 'Turbo' },
      summary: { ru: 'Услуга «Турбо»', en: 'The service Turbo' },
      connection_fee: rub('50.00'),
      fee: rub('290.00'),
      fee_period: 'month',
      can_disconnect: true,
      open: true,
      requires: [{ id: 'internet', name: { ru: 'Интернет', en: 'Internet' }, connected: true }],
      conflicts: [{ id: 'extra', name: { ru: 'Ещё 5 ГБ', en: 'Extra 5 GB' }, connected: false }],
      state: 'off',
      connected_at: null,
      next_fee_at: null,
      paused_since: null,
    });
    expect((await call.get('/v1/services/guard')).body).toMatchObject({
      state: 'paused',
      next_fee_at: null,
      paused_since: '2026-03-04T14:00:00+05:00',
    });
    expect((await call.get('/v1/services/extra')).body.conflicts).toMatchObject([{ id: 'turbo' }]);
    expect((await call.get('/v1/services/fax')).body).toMatchObject({ open: false, state: 'off' });
    const missing = await call.get('/v1/services/nothing');
    expect(missing).toMatchObject({ status: 404, body: { code: 'service_not_found' } });
  });

  it.each(['blocked', 'disconnected'] as const)(
    'of a %s line are listed without a date for their fees, which stand still (R9)',
    async (state) => {
      const { call, accountId } = await test().subscribe({ state });
      await giveServices(test().store, accountId, { guard: 'active' });
      const shown = { state: 'active', next_fee_at: null };
      const { body } = await call.get('/v1/services?state=connected');
      expect(body.items).toMatchObject([shown]);
      expect((await call.get('/v1/services/guard')).body).toMatchObject(shown);
    },
  );
});
