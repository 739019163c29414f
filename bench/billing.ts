/**
 * Billing: 100,000 tariff fees that are due, taken by the engine, beside one plain set-based SQL statement that makes the
 * same rows. Both on one PostgreSQL (durable), each on a fresh copy of the same database, in turns.
 */
import { sql } from 'kysely';
import { runBilling } from '../src/cabinet/domain/billing/runBilling.ts';
import { defaultSettings as settings } from '../src/cabinet/settings.ts';
import { openPostgresql } from '../src/cabinet/storage/postgresql.ts';
import type { Reader, Writer } from '../src/cabinet/storage/schema.ts';
import type { Store } from '../src/cabinet/storage/store.ts';
import { ensureMonths } from '../src/cabinet/storage/usage/partitions.ts';
import { DAY_MS, plus } from '../src/shared/period.ts';
import { startCluster } from '../test/support/embedded-postgres.ts';
import { seededRandom } from '../test/support/random.ts';
import { runSql } from '../test/support/sql.ts';
import { addCatalogue } from '../test/support/subscribers.ts';

const FEES = 100_000;
const ROUNDS = 3;
const DUE = new Date('2026-03-05T00:00:00Z');
const random = seededRandom('bench');

const cluster = await startCluster(['-c', 'max_wal_size=8GB']);
const open = (database: string) =>
  openPostgresql({
    url: cluster.url(database),
    random,
    onConnectionError: () => {},
    statementTimeoutMs: 0,
  });
try {
  await runSql(cluster.url('postgres'), 'create database filled');
  const filled = open('filled');
  await fill(filled);
  await filled.close();
  const engine: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    plain.push(await measure(`plain_${round}`, (store) => store.transact(plainStatement)));
    engine.push(await measure(`engine_${round}`, bill));
  }
  const [fast, slow] = [median(plain), median(engine)];
  const times = (slow / fast).toFixed(2);
  process.stdout.write(
    `${FEES} fees: one SQL statement ${fast} ms, the engine ${slow} ms, ${times} times as long\n`,
  );
} finally {
  await cluster.stop();
}

/** Subscribers whose fee is due, with money for it and nothing else. */
async function fill(store: Store): Promise<void> {
  await store.migrate();
  await addCatalogue(store);
  await store.transact(async (tx) => {
    await ensureMonths(tx, plus(DUE, -40 * DAY_MS), plus(DUE, 40 * DAY_MS));
    await sql`
      insert into accounts (account_id, contract_number, contract_date, holder, holder_kind, region_id, created_at)
      select 500000000 + n, 'B-' || n, '2025-01-29', 'Subscriber ' || n, 'person', 66, ${plus(DUE, -400 * DAY_MS)}
      from generate_series(1, ${sql.lit(FEES)}) n`.execute(tx);
    await sql`
      insert into lines (account_id, msisdn, network_login, state, tariff_id, tariff_since, next_fee_at)
      select account_id, account_id::text, 'login' || account_id, 'active', 'start', ${plus(DUE, -30 * DAY_MS)}, ${DUE}
      from accounts`.execute(tx);
    await sql`
      with opening as (
        insert into ledger_transactions
        select account_id, gen_random_uuid(), 'opening', '{}', ${plus(DUE, -30 * DAY_MS)} from accounts
        returning account_id, transaction_id)
      insert into postings
      select account_id, transaction_id, line, book, amount
      from opening, (values (0, 'opening', -100000), (1, 'wallet', 100000)) as p (line, book, amount)`.execute(
      tx,
    );
    await sql`
      insert into balances select account_id, book, amount
      from accounts, (values ('bonus', 0), ('hold', 0), ('wallet', 100000)) as b (book, amount)`.execute(tx);
  });
}

async function measure(database: string, work: (store: Store) => Promise<unknown>): Promise<number> {
  await runSql(cluster.url('postgres'), `create database ${database} template filled`);
  const store = open(database);
  await store.read((db) => sql`select 1`.execute(db));
  await runSql(cluster.url(database), 'vacuum analyze');
  await runSql(cluster.url(database), 'checkpoint');
  const started = performance.now();
  await work(store);
  const took = Math.round(performance.now() - started);
  await store.read(proveDone);
  await store.close();
  await runSql(cluster.url('postgres'), `drop database ${database}`);
  return took;
}

async function bill(store: Store): Promise<void> {
  await runBilling(store, { until: DUE, settings });
}

/** What the engine writes for a tariff fee, in the one statement that somebody would write by hand for this case alone. */
async function plainStatement(tx: Writer): Promise<void> {
  await sql`
    with due as materialized (
      select l.account_id, l.next_fee_at as at, gen_random_uuid() as transaction_id, b.amount as wallet, t.*
      from lines l join tariffs t using (tariff_id)
      join balances b on b.account_id = l.account_id and b.book = 'wallet'
      where l.state = 'active' and l.next_fee_at <= ${DUE} and b.amount >= t.fee),
    entered as (
      insert into ledger_transactions
      select account_id, transaction_id, 'tariff_fee', jsonb_build_object('tariff', tariff_id, 'due', at), at from due),
    posted as (
      insert into postings
      select account_id, transaction_id, line, book, fee * sign
      from due, (values (0, 'wallet', -1), (1, 'revenue.tariff', 1)) as p (line, book, sign)),
    paid as (
      update balances b set amount = b.amount - due.fee from due
      where b.account_id = due.account_id and b.book = 'wallet'),
    told as (
      insert into usage_records (account_id, started_at, record_id, type, volume, unit, cost, balance_after, service)
      select account_id, at, 1, 'service', 1, 'item', fee, wallet - fee, name_ru from due),
    given as (
      insert into buckets
      select account_id, gen_random_uuid(), usage_type, unit, volume, volume, at, at + interval '30 days'
      from due, lateral (values ('voice', 'second', minutes::bigint * 60), ('sms', 'message', sms::bigint),
                                ('data', 'byte', data_megabytes::bigint << 20)) as p (usage_type, unit, volume))
    update lines l set next_fee_at = l.next_fee_at + interval '30 days' from due where l.account_id = due.account_id`.execute(
    tx,
  );
}

/** Both ways end with the same rows. */
async function proveDone(db: Reader): Promise<void> {
  const { rows } = await sql<{ fees: bigint; paid: bigint; told: bigint; packages: bigint; left: bigint }>`
    select (select count(*) from ledger_transactions where kind = 'tariff_fee') as fees,
           (select -sum(amount) from postings where book = 'wallet' and amount < 0)::bigint as paid,
           (select count(*) from usage_records) as told, (select count(*) from buckets) as packages,
           (select count(*) from lines where next_fee_at <= ${DUE}) as left`.execute(db);
  const { fees, paid, told, packages, left } = rows[0] ?? {};
  const expected = [FEES, FEES * 30_000, FEES, FEES * 3, 0];
  const found = [fees, paid, told, packages, left].map(Number);
  if (String(found) !== String(expected)) throw new Error(`not the same rows: ${found}`);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
