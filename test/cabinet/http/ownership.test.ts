import { expect, it } from 'vitest';
import { operations } from '../../../src/contract/index.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { addToneService } from '../../support/tones.ts';

const NOWHERE = '01900000-0000-7000-8000-000000000000';
const withIds = Object.values<Operation>(operations).filter((operation) => operation.params !== undefined);

describeCabinet('what belongs to somebody else', (test) => {
  /** Ann's offer to Bob, and Eve, who has nothing to do with it. */
  async function offer() {
    const ann = await test().subscribe({ wallet: 100_00n });
    await addToneService(test().store, ann.accountId);
    const bob = await test().subscribe();
    const eve = await test().subscribe({ wallet: 100_00n });
    const { gift } = (await ann.call.post('/v1/tone-gifts', { melody: 'yolka', to: bob.msisdn })).body;
    return { ann, bob, eve, id: gift.id as string };
  }

  it('can be named only in these operations', () => {
    expect(withIds.map(({ id, method }) => `${method} ${id}`)).toEqual([
      'POST acceptGift',
      'POST refuseGift',
    ]);
  });

  it.each(withIds.map((operation) => [operation.id, operation.path] as const))(
    'is, to %s, as what does not exist, and stays as it was',
    async (_id, path) => {
      const { ann, bob, eve, id } = await offer();
      const answer = async (caller: typeof eve, gift: string) => {
        const { status, body } = await caller.call.post(path.replace('{gift}', gift));
        return { status, code: body.code, params: body.params };
      };
      const missing = await answer(eve, NOWHERE);
      expect(missing.status).toBe(404);
      expect(await answer(eve, id)).toEqual(missing);
      // Its giver is not the one to answer it either.
      expect(await answer(ann, id)).toEqual(missing);
      expect((await bob.call.get('/v1/tone-gifts')).body.items).toMatchObject([{ id, state: 'pending' }]);
      expect((await eve.call.get('/v1/balance')).body.balance.amount).toBe('100.00');
    },
  );

  it('is in no list, whatever cursor the list begins behind', async () => {
    const { ann, eve, id } = await offer();
    const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    for (const after of [id, last]) {
      expect((await eve.call.get(`/v1/tone-gifts?after=${after}`)).body).toEqual({ items: [], next: null });
    }
    const { items } = (await ann.call.get('/v1/usage')).body;
    expect(items).toHaveLength(1);
    expect((await eve.call.get(`/v1/usage?after=${items[0].id}`)).body.items).toEqual([]);
  });
});
