import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import type { Outcome } from '../../../src/cabinet/domain/outcome.ts';
import { blockSim } from '../../../src/cabinet/domain/sim/blockSim.ts';
import { unblockSim } from '../../../src/cabinet/domain/sim/unblockSim.ts';
import { switchTariff } from '../../../src/cabinet/domain/tariffs/switchTariff.ts';
import { acceptGift } from '../../../src/cabinet/domain/tones/acceptGift.ts';
import { createGift } from '../../../src/cabinet/domain/tones/createGift.ts';
import { refuseGift } from '../../../src/cabinet/domain/tones/refuseGift.ts';
import { defaultSettings as settings } from '../../../src/cabinet/settings.ts';
import { readBalances } from '../../../src/cabinet/storage/ledger/reader.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { DAY_MS, HOUR_MS } from '../../../src/shared/period.ts';
import { START } from '../../support/clock.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { addFreeTariff, topUp } from '../../support/money.ts';
import { mutating } from '../../support/mutating.ts';
import { seededRandom } from '../../support/random.ts';
import { addCatalogue, addSubscriber, CODEWORD, type Subscriber } from '../../support/subscribers.ts';
import { addMelodies, addToneService } from '../../support/tones.ts';
import { type Action, Model, melodies, type Step, tariffs } from './model.ts';

const PEOPLE = 3;
const HISTORIES = { pglite: 100, postgresql: 30 };
const random = seededRandom('histories');
const seed = Number(process.env['LISA_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const who = fc.nat({ max: PEOPLE - 1 });
const melody = fc.constantFrom(...(Object.keys(melodies) as (keyof typeof melodies)[]));
const tariff = fc.constantFrom(...(Object.keys(tariffs) as (keyof typeof tariffs)[]));
const waits = [1, HOUR_MS, DAY_MS - 1, DAY_MS, 15 * DAY_MS, 30 * DAY_MS];

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('switch' as const), who, tariff }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('gift' as const), who, to: who, melody }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constantFrom('accept' as const, 'refuse' as const),
      who,
      gift: fc.nat({ max: 9 }),
      stranger: fc.nat({ max: 9 }).map((dice) => dice === 0),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait for expiry' as const),
      before: fc.constantFrom(0 as const, 1 as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('block' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unblock' as const), who, right: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('topup' as const),
      who,
      amount: fc.bigInt({ min: 1n, max: 70_000n }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), milliseconds: fc.constantFrom(...waits) }),
  },
);

/** Any amount, and often one that is just enough or a kopeck short. */
const wallet = fc.oneof(
  fc.bigInt({ min: 0n, max: 700_00n }),
  fc.constantFrom(300_00n, 600_00n, 599_99n, 15_00n, 14_99n),
);
const history = fc.record({
  wallets: fc.array(wallet, { minLength: PEOPLE, maxLength: PEOPLE }),
  actions: fc.array(action, { minLength: 1, maxLength: 30 }),
});

/** Does on the cabinet's side what the model did, and answers with the refusal or `done`. */
class Cabinet {
  private readonly store: Store;
  private readonly people: Subscriber[];
  private readonly gifts: string[] = [];

  constructor(store: Store, people: Subscriber[]) {
    this.store = store;
    this.people = people;
  }

  person(index: number): Subscriber {
    const person = this.people[index];
    if (!person) throw new Error(`no person ${index}`);
    return person;
  }

  async apply(step: Exclude<Step, { do: 'wait' }>, at: number): Promise<string> {
    const { accountId } = this.person(step.who);
    if (step.do === 'topup') {
      await topUp(this.store, accountId, step.amount);
      return 'done';
    }
    const outcome = await mutating(this.store, accountId, (tx): Promise<Outcome<unknown>> => {
      const common = { accountId, now: new Date(at), random, settings };
      switch (step.do) {
        case 'switch':
          return switchTariff(tx, { ...common, tariffId: step.tariff });
        case 'gift':
          return this.offer(
            createGift(tx, { ...common, melodyId: step.melody, to: this.person(step.to).msisdn }),
          );
        case 'accept':
          return acceptGift(tx, { ...common, giftId: this.gift(step.gift) });
        case 'refuse':
          return refuseGift(tx, { ...common, giftId: this.gift(step.gift) });
        case 'block':
          return blockSim(tx, { ...common, reason: 'lost' });
        case 'unblock':
          return unblockSim(tx, { ...common, codeword: step.right ? CODEWORD : 'берёза', dryRun: false });
      }
    });
    return outcome.ok ? 'done' : outcome.refusal.kind;
  }

  private gift(index: number): string {
    return this.gifts[index] ?? '01900000-0000-7000-8000-000000000000';
  }

  private async offer<T extends { gift: { gift_id: string } }>(
    making: Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const outcome = await making;
    if (outcome.ok) this.gifts.push(outcome.value.gift.gift_id);
    return outcome;
  }
}

/** What the operator has earned from these subscribers, in kopecks. */
async function revenueFrom(store: Store, people: Subscriber[]): Promise<bigint> {
  const ids = people.map((person) => person.accountId);
  const { rows } = await store.read((db) =>
    sql<{ sum: bigint }>`select coalesce(sum(amount), 0)::bigint as sum from postings
                         where book like 'revenue.%' and account_id in (${sql.join(ids)})`.execute(db),
  );
  return rows[0]?.sum ?? 0n;
}

describeOnBothEngines('any history of switches, gifts and blocks', (store, engine) => {
  beforeAll(async () => {
    await addCatalogue(store());
    await addFreeTariff(store());
    await addMelodies(store());
  });

  async function live({ wallets, actions }: { wallets: bigint[]; actions: Action[] }): Promise<void> {
    const people: Subscriber[] = [];
    for (const wallet of wallets) {
      const person = await addSubscriber(store(), { wallet });
      await addToneService(store(), person.accountId);
      people.push(person);
    }
    const model = new Model(wallets, new Date(START).getTime());
    const cabinet = new Cabinet(store(), people);
    for (const action of actions) {
      const step = model.aim(action);
      const expected = model.apply(step);
      if (step.do === 'wait') continue;
      expect(await cabinet.apply(step, model.now)).toBe(expected);
    }
    for (const [index, { wallet, hold }] of model.people.entries()) {
      expect(await store().read((db) => readBalances(db, cabinet.person(index).accountId))).toEqual({
        wallet,
        hold,
      });
      expect(wallet >= 0n && hold >= 0n).toBe(true);
    }
    expect(await revenueFrom(store(), people)).toBe(model.revenue);
  }

  it(`ends as the rules say, with a sound ledger (LISA_TEST_SEED=${seed})`, {
    timeout: 120_000,
  }, async () => {
    await fc.assert(fc.asyncProperty(history, live), {
      seed,
      numRuns: HISTORIES[engine],
      endOnFailure: true,
    });
    expect((await store().read((db) => verifyLedger(db))).findings).toEqual([]);
  });
});
