import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBilling } from '../../../src/cabinet/domain/billing/runBilling.ts';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { defaultSettings as settings } from '../../../src/cabinet/settings.ts';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { START } from '../../support/clock.ts';
import { createDatabase } from '../../support/engines.ts';
import { addFreeTariff } from '../../support/money.ts';
import { seededRandom } from '../../support/random.ts';
import { addServices } from '../../support/services.ts';
import { runSql } from '../../support/sql.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addCatalogue } from '../../support/subscribers.ts';
import { addMelodies } from '../../support/tones.ts';
import { type Action, type Billing, type History, LASTING_MS, Life } from './life.ts';
import { naiveBilling } from './naive.ts';

const HISTORIES = Number(process.env['LISA_TEST_HISTORIES'] ?? 100);
const PEOPLE = 2;
const seed = Number(process.env['LISA_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const who = fc.nat({ max: PEOPLE - 1 });
const melody = fc.constantFrom('kalinka', 'yolka', 'star', 'silence');
const service = fc.constantFrom('internet', 'extra', 'turbo', 'guard', 'forwarding');
const kopecks = fc.oneof(fc.bigInt({ min: 1n, max: 700_00n }), fc.constantFrom(1_50n, 300_00n, 299_99n));

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      hours: fc.constantFrom(1, 12, 24, 25, 72, 24 * 9, 24 * 31),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('top up' as const), who, amount: kopecks }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('promise' as const),
      who,
      roubles: fc.constantFrom(50, 100, 300),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('spend bonus' as const), who, amount: kopecks }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('connect' as const, 'disconnect' as const), who, service }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('tone' as const), who, melody, renews: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tones off' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('gift' as const), who, melody }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('accept' as const, 'refuse' as const),
      who,
      gift: fc.nat({ max: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('switch' as const),
      who,
      tariff: fc.constantFrom('mega', 'free'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('block' as const, 'unblock' as const), who }) },
);

const history: fc.Arbitrary<History> = fc.record({
  wallets: fc.array(fc.oneof(fc.bigInt({ min: 0n, max: 900_00n }), fc.constantFrom(300_00n, 299_99n)), {
    minLength: PEOPLE,
    maxLength: PEOPLE,
  }),
  actions: fc.array(action, { minLength: 3, maxLength: 25 }),
});

const bill = (store: Store, until: Date) => runBilling(store, { until, settings });
/** After every wait, as a server does that never sleeps. */
const prompt: Billing = { afterWait: bill, atTheEnd: bill };
/** Only at the end, two nodes at once and two accounts at a time. */
const late: Billing = {
  afterWait: async () => {},
  atTheEnd: (store, until) =>
    Promise.all([1, 2].map((batch) => runBilling(store, { until, settings, batch }))),
};

/** An empty cabinet again. Deleting a few rows takes a hundredth of the time of truncating the tables. */
function forgetPeople(store: Store): Promise<unknown> {
  return store.transact((tx) =>
    sql`do $$ declare name text; begin
      set local session_replication_role = replica;
      for name in select table_name from information_schema.columns
        where table_schema = 'public' and column_name = 'account_id' loop
        execute format('delete from %I', name);
      end loop;
    end $$`.execute(tx),
  );
}

/** Details that are made of randomness. */
const MADE_UP = ['gift', 'promise', 'lot'];

/** Everything that money did, in the order of time, and what will happen next. */
async function booksOf(store: Store): Promise<object> {
  const { rows } = await store.read((db) =>
    sql<object>`
      select t.account_id, t.created_at, t.kind, t.details - ${MADE_UP}::text[] as details,
        (select array_agg(p.book || ' ' || p.amount order by p.line) from postings p
         where p.account_id = t.account_id and p.transaction_id = t.transaction_id) as postings
      from ledger_transactions t order by t.account_id, t.created_at, t.kind, 4, 5`.execute(db),
  );
  const rest = await store.read((db) =>
    sql<object>`
      select l.account_id, l.state, l.next_fee_at, l.fee_unpaid_since, a.bonus_due_at,
        (select array_agg(b.book || ' ' || b.amount order by b.book) from balances b where b.account_id = l.account_id) as balances,
        (select array_agg((s.service_id, s.state, s.next_fee_at)::text order by s.service_id)
         from line_services s where s.account_id = l.account_id) as services,
        (select array_agg((m.melody_id, m.paid_until, m.next_fee_at, m.paused_since)::text order by m.melody_id)
         from line_melodies m where m.account_id = l.account_id) as melodies,
        (select array_agg((u.started_at, u.service, u.cost, u.balance_after)::text order by u.started_at, u.record_id)
         from usage_records u where u.account_id = l.account_id) as detail
      from lines l join accounts a using (account_id) order by l.account_id`.execute(db),
  );
  return { movements: rows, lines: rest.rows };
}

/** What must never be, whatever people and clocks do. */
async function findBroken(store: Store): Promise<unknown[]> {
  const { findings } = await store.read((db) => verifyLedger(db));
  const { rows: twice } = await store.read((db) =>
    sql<object>`
      select account_id, kind, details, created_at, 'taken twice' as broken from ledger_transactions
      where kind in ('tariff_fee', 'service_fee', 'tone_fee', 'melody', 'promise_repaid', 'bonus_posting', 'bonus_expiry')
      group by account_id, kind, details, created_at having count(*) > 1`.execute(db),
  );
  const { rows: overspent } = await store.read((db) =>
    sql<object>`
      select account_id, started_at, service, cost, balance_after, 'overspent' as broken from usage_records
      where type = 'service' and cost > 0 and balance_after < 0`.execute(db),
  );
  const { rows: torn } = await store.read((db) =>
    sql<object>`
      select * from (
        select account_id, started_at, service, cost, balance_after,
          lag(balance_after) over (partition by account_id order by started_at, record_id) as before, 'out of order' as broken
        from usage_records) r
      where before is not null and balance_after <> before - cost`.execute(db),
  );
  return [...findings, ...twice, ...overspent, ...torn];
}

describe('any history of commands and clock moves, on PostgreSQL', () => {
  const stores: Store[] = [];
  const cabinets: RunningCabinet[] = [];
  beforeAll(async () => {
    for (let index = 0; index < 2; index += 1) {
      const url = await createDatabase();
      // What is shown here does not hang on the disk, for which every step would wait.
      const name = new URL(url).pathname.slice(1);
      await runSql(url, `alter database ${name} set synchronous_commit = off`);
      const store = openPostgresql({ url, random: seededRandom('histories'), onConnectionError: () => {} });
      stores.push(store);
      await addCatalogue(store);
      await addFreeTariff(store);
      await addMelodies(store);
      await addServices(store);
      const lasting = { sessionIdleMs: LASTING_MS, requestsPerMinute: 1_000_000 };
      cabinets.push(await startCabinet(store, { settings: lasting }));
    }
  });
  afterAll(async () => {
    for (const cabinet of cabinets) await cabinet.stop();
    for (const store of stores) await store.close();
  });

  /** Lives a history in an empty cabinet. */
  async function live(place: 0 | 1, billing: Billing, lived: History) {
    const [store, cabinet] = [stores[place], cabinets[place]];
    if (!store || !cabinet) throw new Error('no cabinet to live in');
    await forgetPeople(store);
    cabinet.clock.set(START);
    const answers = await new Life(store, cabinet, billing).live(lived);
    return { answers, broken: await findBroken(store), books: await booksOf(store) };
  }

  it(`keeps the books sound, and the same whenever billing ran (LISA_TEST_SEED=${seed})`, {
    timeout: 1_800_000,
  }, async () => {
    const property = fc.asyncProperty(history, async (lived) => {
      const onTime = await live(0, prompt, lived);
      expect(onTime.broken).toEqual([]);
      const inArrears = await live(1, late, lived);
      expect(inArrears).toEqual(onTime);
    });
    await fc.assert(property, { seed, numRuns: HISTORIES, endOnFailure: true });
  });

  it('is broken by billing that decides first and charges later, which the same check sees', {
    timeout: 120_000,
  }, async () => {
    const property = fc.asyncProperty(history, async (lived) => {
      expect((await live(0, naiveBilling, lived)).broken).toEqual([]);
    });
    const { failed } = await fc.check(property, { seed, numRuns: HISTORIES, endOnFailure: true });
    expect(failed).toBe(true);
  });
});
