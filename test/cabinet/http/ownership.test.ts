import { beforeAll, expect, it } from 'vitest';
import { operations } from '../../../src/contract/index.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import { START } from '../../support/clock.ts';
import { type CabinetUnderTest, describeCabinet } from '../../support/describe-cabinet.ts';
import { addOffers, makeOffers } from '../../support/offers.ts';
import { addToneService } from '../../support/tones.ts';

const NOWHERE = '01900000-0000-7000-8000-000000000000';
type Person = Awaited<ReturnType<CabinetUnderTest['subscribe']>>;

/** Whose the things are that an operation names: a subscriber's, or the catalogue's, which is for everybody. */
const named: Record<string, 'gift' | 'offer' | 'setting' | 'payment' | 'catalogue'> = {
  acceptGift: 'gift',
  refuseGift: 'gift',
  getOffer: 'offer',
  acceptOffer: 'offer',
  removeTone: 'setting',
  getPayment: 'payment',
  getService: 'catalogue',
  connectService: 'catalogue',
  disconnectService: 'catalogue',
  getNews: 'catalogue',
};

const withIds = Object.values<Operation>(operations).filter(
  ({ params, auth }) => params !== undefined && auth === 'session',
);

/** Something of a subscriber, and how it looks to who has it. */
interface Thing {
  id: string;
  owner: Person;
  look(): Promise<unknown>;
}

/** Ann's offer of a melody to Bob. */
async function gift(test: CabinetUnderTest): Promise<Thing & { giver: Person }> {
  const giver = await test.subscribe({ wallet: 100_00n });
  await addToneService(test.store, giver.accountId);
  const owner = await test.subscribe();
  const { body } = await giver.call.post('/v1/tone-gifts', { melody: 'yolka', to: owner.msisdn });
  return { id: body.gift.id, owner, giver, look: async () => (await owner.call.get('/v1/tone-gifts')).body };
}

async function offer(test: CabinetUnderTest): Promise<Thing> {
  const owner = await test.subscribe();
  await makeOffers(test.store, owner.accountId, { thanks: 20 });
  return { id: 'thanks', owner, look: async () => (await owner.call.get('/v1/offers')).body };
}

async function setting(test: CabinetUnderTest): Promise<Thing> {
  const owner = await test.subscribe({ wallet: 100_00n });
  const { body } = await owner.call.post('/v1/tones', { melody: 'kalinka' });
  return { id: body.setting.id, owner, look: async () => (await owner.call.get('/v1/tones')).body };
}

async function payment(test: CabinetUnderTest): Promise<Thing> {
  const owner = await test.subscribe();
  const at = new Date(START);
  const unset = { brand: null, last4: null, acquirer_reference: null, transaction_id: null };
  const nowhere = { checkout_url: null, decline_reason: null };
  const id = '01900000-0000-7000-8000-00000000000a';
  const row = { account_id: owner.accountId, payment_id: id, amount: 100_00n, state: 'declined' as const };
  await test.store.transact((tx) =>
    tx
      .insertInto('card_payments')
      .values({ ...row, ...unset, ...nowhere, created_at: at, updated_at: at })
      .execute(),
  );
  return { id, owner, look: async () => (await owner.call.get('/v1/payments')).body };
}

const things = { gift, offer, setting, payment };

describeCabinet('what belongs to somebody else', (test) => {
  beforeAll(() => addOffers(test().store));

  it('can be named only in operations of which it is known whose the thing is', () => {
    expect(Object.keys(named).sort()).toEqual(withIds.map(({ id }) => id).sort());
  });

  const personal = withIds.flatMap(({ id, method, path }) => {
    const kind = named[id] ?? 'catalogue';
    return kind === 'catalogue' ? [] : [[id, kind, method, path] as const];
  });

  it.each(personal)(
    'is, to %s, as what does not exist, and stays as it was (%s)',
    async (_id, kind, method, path) => {
      const thing = await things[kind](test());
      const before = await thing.look();
      const eve = await test().subscribe({ wallet: 100_00n });
      const answer = async ({ call }: Person, id: string) => {
        const address = path.replace(`{${kind}}`, id);
        const ask = { GET: call.get, POST: call.post, PUT: call.put, DELETE: call.del }[method];
        const { status, body } = await ask(address);
        return { status, code: body.code, params: body.params };
      };
      const missing = await answer(eve, NOWHERE);
      expect(missing.status).toBe(404);
      expect(await answer(eve, thing.id)).toEqual(missing);
      // The giver of a gift is not the one to answer it either.
      if ('giver' in thing) expect(await answer(thing.giver as Person, thing.id)).toEqual(missing);
      expect(await thing.look()).toEqual(before);
      expect(JSON.stringify(before)).toContain(thing.id);
      expect((await eve.call.get('/v1/balance')).body.balance.amount).toBe('100.00');
      expect((await answer(thing.owner, thing.id)).status).toBe(200);
    },
  );

  it('is in no list, whatever cursor the list begins behind', async () => {
    const { id, giver } = await gift(test());
    const eve = await test().subscribe();
    const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    for (const after of [id, last]) {
      expect((await eve.call.get(`/v1/tone-gifts?after=${after}`)).body).toEqual({ items: [], next: null });
    }
    const { items } = (await giver.call.get('/v1/usage')).body;
    expect(items).toHaveLength(1);
    expect((await eve.call.get(`/v1/usage?after=${items[0].id}`)).body.items).toEqual([]);
  });
});
