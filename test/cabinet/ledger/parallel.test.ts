import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { switchTariff } from '../../../src/cabinet/domain/tariffs/switchTariff.ts';
import { defaultSettings as settings } from '../../../src/cabinet/settings.ts';
import { readBalances } from '../../../src/cabinet/storage/ledger/reader.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { START } from '../../support/clock.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { openStore } from '../../support/engines.ts';
import { mutating } from '../../support/mutating.ts';
import { seededRandom } from '../../support/random.ts';
import { addSubscriber } from '../../support/subscribers.ts';
import { addToneService } from '../../support/tones.ts';

const AT_ONCE = 64;
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describeCabinet('requests sent at once', (test) => {
  async function expectSoundLedger(): Promise<void> {
    expect((await test().store.read((db) => verifyLedger(db))).findings).toEqual([]);
  }

  it('of 64 tariff switches with money for one, exactly one passes', async () => {
    const ann = await test().subscribe({ wallet: 600_00n });
    await ann.call.get('/v1/balance');
    const answers = await times(AT_ONCE, () => ann.call.post('/v1/tariff-switches', { tariff: 'mega' }));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    const refused = answers.filter((answer) => answer.status !== 201);
    expect(new Set(refused.map((answer) => answer.body.code))).toEqual(new Set(['tariff_already_active']));
    expect(await test().store.read((db) => readBalances(db, ann.accountId))).toEqual({
      wallet: 0n,
      hold: 0n,
    });
    await expectSoundLedger();
  });

  it('of 64 gifts with money for ten, exactly ten pass', async () => {
    const ann = await test().subscribe({ wallet: 159_99n });
    await addToneService(test().store, ann.accountId);
    const friends = await times(AT_ONCE, () => addSubscriber(test().store));
    await ann.call.get('/v1/balance');
    const answers = await Promise.all(
      friends.map(({ msisdn }) => ann.call.post('/v1/tone-gifts', { melody: 'kalinka', to: msisdn })),
    );
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(10);
    const refused = answers.filter((answer) => answer.status !== 201);
    expect(new Set(refused.map((answer) => answer.body.code))).toEqual(new Set(['insufficient_funds']));
    const balances = await test().store.read((db) => readBalances(db, ann.accountId));
    expect(balances).toEqual({ wallet: 9_99n, hold: 150_00n });
    await expectSoundLedger();
  });

  it('with one key 64 times, have one effect and one answer', async () => {
    const ann = await test().subscribe({ wallet: 1_000_00n });
    await ann.call.get('/v1/balance');
    const key = randomUUID();
    const answers = await times(AT_ONCE, () => {
      return ann.call.post('/v1/tariff-switches', { tariff: 'mega' }, { key });
    });
    const [first] = answers;
    expect(first?.status).toBe(201);
    for (const answer of answers) expect(answer).toMatchObject({ status: 201, body: first?.body });
    const replayed = answers.filter((answer) => answer.headers.has('idempotent-replay'));
    expect(replayed).toHaveLength(AT_ONCE - 1);
    const balances = await test().store.read((db) => readBalances(db, ann.accountId));
    expect(balances.wallet).toBe(400_00n);
    await expectSoundLedger();
  });

  it('by two friends who accept each other’s gifts while they give more, all pass', async () => {
    const pair = [
      await test().subscribe({ wallet: 1_000_00n }),
      await test().subscribe({ wallet: 1_000_00n }),
    ] as const;
    const [ann, bob] = pair;
    for (const { accountId, call } of pair) {
      await addToneService(test().store, accountId);
      await call.get('/v1/balance');
    }
    const both = [
      { from: ann, to: bob },
      { from: bob, to: ann },
    ];
    for (let round = 0; round < 8; round++) {
      const offers = await Promise.all(
        both.map(({ from, to }) => from.call.post('/v1/tone-gifts', { melody: 'kalinka', to: to.msisdn })),
      );
      const answers = await Promise.all(
        both.flatMap(({ from, to }, index) => [
          to.call.post(`/v1/tone-gifts/${offers[index]?.body.gift.id}/accept`),
          from.call.post('/v1/tone-gifts?dry_run=true', { melody: 'yolka', to: to.msisdn }),
        ]),
      );
      expect(answers.map((answer) => answer.status)).toEqual([200, 201, 200, 201]);
    }
    const balances = await test().store.read((db) => readBalances(db, ann.accountId));
    expect(balances).toEqual({ wallet: 880_00n, hold: 0n });
    await expectSoundLedger();
  });
});

describe('the lock of the account', () => {
  const random = seededRandom('naive');
  type Run = (store: Store, accountId: bigint, work: Parameters<Store['transact']>[0]) => Promise<unknown>;

  /** The wallet after 64 switches at once with money for one, each in a transaction made by `run`. */
  async function walletAfter(store: Store, run: Run): Promise<bigint> {
    const { accountId } = await addSubscriber(store, { wallet: 600_00n });
    const request = { accountId, tariffId: 'mega', now: new Date(START), random, settings };
    await times(AT_ONCE, () => run(store, accountId, (tx) => switchTariff(tx, request)));
    return (await store.read((db) => readBalances(db, accountId))).wallet;
  }

  it('is what keeps money from being spent twice: without it, it is', async () => {
    const store = await openStore('postgresql');
    try {
      expect(await walletAfter(store, mutating)).toBe(0n);
      let naive = 0n;
      for (let round = 0; round < 20 && naive === 0n; round++) {
        naive = await walletAfter(store, (_store, _accountId, work) => store.transact(work));
      }
      expect(naive).toBeLessThan(0n);
    } finally {
      await store.close();
    }
  });
});
