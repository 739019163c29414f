import { sql } from 'kysely';
import { addMonths, type Period } from '../../../shared/period.ts';
import type { Writer } from '../schema.ts';

/** Any fixed number of our own: one node at a time makes partitions. */
const PARTITIONS_LOCK = 0x6c697361;

/**
 * Makes the monthly partitions that hold `[from, to)`; months are of UTC. Rows of such a month that had gone to the default
 * partition move into their own.
 */
export async function ensureMonths(tx: Writer, from: Date, to: Date): Promise<void> {
  await sql`select pg_advisory_xact_lock(${PARTITIONS_LOCK})`.execute(tx);
  const existing = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'usage_records'::regclass`.execute(tx);
  const names = new Set(existing.rows.map((row) => row.name));
  const missing = monthsOf({ from, to }).filter((month) => !names.has(partitionName(month.from)));
  // Nobody writes another row of a month to the default partition between the move and the attachment.
  if (missing.length > 0) await sql`lock table usage_records_other in access exclusive mode`.execute(tx);
  for (const month of missing) await createPartition(tx, partitionName(month.from), month);
}

/** Makes the partitions of this month and of the twelve that follow. */
export function ensureComingMonths(tx: Writer, now: Date): Promise<void> {
  const { year, month } = addMonths({ year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: 1 }, 13);
  return ensureMonths(tx, now, new Date(Date.UTC(year, month - 1)));
}

/** «usage_records_2026_11». */
export function partitionName(start: Date): string {
  return `usage_records_${start.toISOString().slice(0, 7).replace('-', '_')}`;
}

/** The UTC months that meet a half-open period, as whole months. */
export function monthsOf(period: Period): Period[] {
  const months: Period[] = [];
  let from = new Date(Date.UTC(period.from.getUTCFullYear(), period.from.getUTCMonth(), 1));
  while (from < period.to) {
    const next = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
    months.push({ from, to: next });
    from = next;
  }
  return months;
}

async function createPartition(tx: Writer, name: string, month: Period): Promise<void> {
  const table = sql.table(name);
  const from = sql.lit(month.from.toISOString());
  const to = sql.lit(month.to.toISOString());
  await sql`create table ${table} (like usage_records including all)`.execute(tx);
  await sql`
    with moved as (delete from usage_records_other where started_at >= ${from} and started_at < ${to} returning *)
    insert into ${table} select * from moved`.execute(tx);
  await sql`alter table usage_records attach partition ${table} for values from (${from}) to (${to})`.execute(
    tx,
  );
}
