import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { demo } from '../../../src/cabinet/sandbox/credentials.ts';
import { buildDataSet } from '../../../src/cabinet/sandbox/data/data-set.ts';
import { seed } from '../../../src/cabinet/sandbox/seed.ts';
import type { Database } from '../../../src/cabinet/storage/schema.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { movableClock } from '../../support/clock.ts';
import { describeOnBothEngines, openStore } from '../../support/engines.ts';
import { ask } from '../../support/http.ts';
import { seededRandom } from '../../support/random.ts';
import { startCabinet } from '../../support/start-cabinet.ts';

const AT = new Date('2026-11-22T09:30:00Z');

describeOnBothEngines('the data of a sandbox', (store) => {
  beforeAll(() => seed(store(), { at: AT, random: seededRandom('sandbox') }));

  it.each([
    ['regions', 3, 3],
    ['tariffs', 8, 20],
    ['services', 20, 40],
    ['melody_categories', 6, 6],
    ['melodies', 60, 100],
    ['status_messages', 12, 12],
    ['accounts', 50, 50],
    ['logins', 150, 150],
    ['usage_records', 20_000, 60_000],
    ['card_payments', 100, 1_000],
    ['bonus_lots', 200, 400],
    ['offers', 3, 10],
    ['news', 5, 20],
  ] as const)('holds enough of %s', async (table, least, most) => {
    const rows = await count(store(), table);
    expect(rows).toBeGreaterThanOrEqual(least);
    expect(rows).toBeLessThanOrEqual(most);
  });

  it('reaches from six whole months ago to the midnight before it was made', async () => {
    const { rows } = await store().read((db) =>
      sql<{ first: Date; last: Date }>`
        select min(started_at) as first, max(started_at) as last from usage_records where service is null`.execute(
        db,
      ),
    );
    expect(rows[0]?.first.toISOString()).toMatch(/^2026-04-30T|^2026-05-01T/);
    expect(rows[0]?.last.toISOString()).toMatch(/^2026-11-21T/);
    expect(await count(store(), 'usage_records', 'tableoid = ' + "'usage_records_other'::regclass")).toBe(0);
  });

  it('has a sound ledger', async () => {
    const report = await store().read((db) => verifyLedger(db));
    expect(report.findings).toEqual([]);
    expect(report.transactions).toBeGreaterThan(5_000n);
  });

  it('has in the bonus account of every subscriber what remains in the lots (R13)', async () => {
    const { rows } = await store().read((db) =>
      sql<{ book: bigint; lots: bigint }>`
        select b.amount as book,
          (select coalesce(sum(remaining), 0)::bigint from bonus_lots l where l.account_id = b.account_id) as lots
        from balances b where b.book = 'bonus'`.execute(db),
    );
    expect(rows).toHaveLength(50);
    expect(rows.filter(({ book, lots }) => book !== lots)).toEqual([]);
    expect(rows.some(({ book }) => book > 0n)).toBe(true);
  });

  it('tells the same balance in every row of detail, the ledger and the wallet of every subscriber', async () => {
    const { rows } = await store().read((db) =>
      sql<{
        account_id: bigint;
        broken: bigint;
        last: bigint;
        wallet: bigint;
        opening: bigint;
        first: bigint;
      }>`
        with chain as (
          select account_id, cost, balance_after,
            lag(balance_after) over in_order as before, lead(account_id) over in_order is null as is_last
          from usage_records window in_order as (partition by account_id order by started_at, record_id))
        select account_id,
          count(*) filter (where before is not null and before - cost <> balance_after) as broken,
          max(balance_after) filter (where is_last) as last,
          max(balance_after + cost) filter (where before is null) as first,
          (select amount from balances b where b.account_id = chain.account_id and book = 'wallet') as wallet,
          (select amount from postings join ledger_transactions t using (account_id, transaction_id)
            where postings.account_id = chain.account_id and kind = 'opening' and book = 'wallet') as opening
        from chain group by account_id`.execute(db),
    );
    expect(rows).toHaveLength(50);
    for (const { account_id, broken, last, wallet, first, opening } of rows)
      expect({ account_id, broken, last, first }).toEqual({
        account_id,
        broken: 0n,
        last: wallet,
        first: opening,
      });
  });

  it('has lines in every state: short of money, in debt, blocked, disconnected, switched, of a company', async () => {
    const { rows } = await store().read((db) =>
      sql<{ login: string; state: string; wallet: bigint; switched: boolean; kind: string }>`
        select network_login as login, state, amount as wallet, switched_at is not null as switched, holder_kind as kind
        from lines join accounts using (account_id) join balances using (account_id) where book = 'wallet'`.execute(
        db,
      ),
    );
    const of = (login: string) => rows.find((row) => row.login === login);
    expect(of('low')).toMatchObject({ state: 'active', wallet: 18_40n });
    expect(of('debt')).toMatchObject({ state: 'active', wallet: -38_40n });
    expect(of('blocked')).toMatchObject({ state: 'blocked' });
    expect(of('lost')).toMatchObject({ state: 'disconnected' });
    expect(of('switched')).toMatchObject({ switched: true });
    expect(of('bridges-01')).toMatchObject({ kind: 'company' });
    expect(rows.filter((row) => row.wallet < 0n)).toHaveLength(1);
  });

  it('opens to the demo subscriber with everything that a first look needs', async () => {
    const cabinet = await startCabinet(store(), { clock: movableClock(AT) });
    try {
      for (const login of [demo.msisdn, demo.networkLogin, demo.accountNumber]) {
        const { status, body } = await ask(cabinet, '/v1/sessions', {
          method: 'POST',
          key: null,
          body: { login, password: demo.password },
        });
        expect([login, status, body.account_id]).toEqual([login, 201, demo.accountNumber]);
      }
      const token = (
        await ask(cabinet, '/v1/sessions', {
          method: 'POST',
          key: null,
          body: { login: 'demo', password: demo.password },
        })
      ).body.token;
      const get = async (path: string) => (await ask(cabinet, path, { token })).body;
      const october = 'from=2026-10-01T00:00:00%2B05:00&to=2026-11-01T00:00:00%2B05:00';
      const month = await get(`/v1/usage?${october}&limit=1000`);
      expect(month.items.length).toBeGreaterThanOrEqual(400);
      expect(month.items.length).toBeLessThanOrEqual(600);
      const { remains } = await get('/v1/balance');
      expect(remains).toHaveLength(3);
      for (const { remaining, initial } of remains) {
        expect(remaining).toBeGreaterThan(0);
        expect(remaining).toBeLessThan(initial);
      }
      const gifts = await get('/v1/tone-gifts');
      expect(gifts.items).toMatchObject([{ side: 'received', state: 'pending', from: demo.friendMsisdn }]);
      const post = (path: string, body: unknown) => ask(cabinet, path, { method: 'POST', token, body });
      const preview = await post('/v1/tariff-switches?dry_run=true', { tariff: 'maximum' });
      expect(preview.status).toBe(201);
      expect((await post('/v1/tone-gifts', { melody: 'pop-neon', to: demo.friendMsisdn })).status).toBe(201);
      expect((await post('/v1/tariff-switches', { tariff: 'maximum' })).status).toBe(201);
      expect((await post('/v1/sim/block', { reason: 'lost' })).status).toBe(200);
      expect((await post('/v1/sim/unblock', { codeword: demo.codeword })).status).toBe(200);
    } finally {
      await cabinet.stop();
    }
  });
});

describe('the data set', () => {
  it('gives the same bytes for the same day, in every table but those of salted secrets', async () => {
    const dumps: string[] = [];
    for (const salt of ['one', 'two']) {
      const store = await openStore('pglite');
      try {
        await seed(store, { at: AT, random: seededRandom(salt) });
        dumps.push(await dump(store));
      } finally {
        await store.close();
      }
    }
    expect(dumps[0]).toBe(dumps[1]);
  }, 120_000);

  it('depends on the day alone, but for the gift that begins with the sandbox', () => {
    const lives = (at: string) => {
      const { lines, tables } = buildDataSet(new Date(at));
      const { tone_gifts, tone_gift_inbox, ...rest } = tables;
      const [demoLine, , ...others] = lines;
      return digest([demoLine, others, rest]);
    };
    const morning = lives('2026-11-21T19:00:00Z');
    expect(lives('2026-11-22T18:59:59Z')).toBe(morning);
    expect(lives('2026-11-22T19:00:00Z')).not.toBe(morning);
  });

  it.each(['2024-02-29', '2026-01-01', '2026-03-31', '2027-12-31', '2028-03-01'])(
    'keeps its promises when it is made on %s',
    (day) => {
      const { lines } = buildDataSet(new Date(`${day}T12:00:00Z`));
      const rows = lines.reduce((sum, line) => sum + line.rows.length, 0);
      expect(rows).toBeGreaterThan(20_000);
      const [first, , low, debt] = lines;
      expect(low?.wallet).toBe(18_40n);
      expect(debt?.wallet).toBe(-38_40n);
      expect(first?.wallet).toBeGreaterThan(1_500_00n);
      expect(lines.filter((line) => line.wallet < 0n)).toHaveLength(1);
      const lastMonth = new Date(`${day}T00:00:00Z`);
      lastMonth.setUTCDate(0);
      const month = lastMonth.toISOString().slice(0, 7);
      const ofMonth = first?.rows.filter((row) => row.started_at.toISOString().startsWith(month)) ?? [];
      expect(ofMonth.length).toBeGreaterThanOrEqual(400);
      expect(ofMonth.length).toBeLessThanOrEqual(600);
      expect(first?.packages.voice).toBeGreaterThan(0n);
    },
  );
});

async function count(store: Store, table: keyof Database, where = 'true'): Promise<number> {
  const { rows } = await store.read((db) =>
    sql<{ count: bigint }>`select count(*) from ${sql.table(table)} where ${sql.raw(where)}`.execute(db),
  );
  return Number(rows[0]?.count);
}

/** Every row of every table as text, sorted. */
async function dump(store: Store): Promise<string> {
  return store.read(async (db) => {
    const tables = await sql<{ name: string }>`
      select tablename as name from pg_tables
      where schemaname = 'public' and tablename not like 'kysely%' and tablename not in ('credentials', 'staff_members') order by 1`.execute(
      db,
    );
    const parts: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ line: string }>`
        select t::text as line from ${sql.table(name)} t order by t::text collate "C"`.execute(db);
      parts.push(`${name} ${rows.length} ${digest(rows)}`);
    }
    return parts.join('\n');
  });
}

function digest(value: unknown): string {
  const text = JSON.stringify(value, (_key, each) => (typeof each === 'bigint' ? `${each}n` : each));
  return createHash('sha256').update(text).digest('hex');
}
