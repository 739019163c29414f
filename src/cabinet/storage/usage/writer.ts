import { sql } from 'kysely';
import type { UsageRecordsTable, Writer } from '../schema.ts';

const BATCH_ROWS = 4_000;

/** Writes rows as they are, in batches; their partitions should exist (`ensureMonths`). */
export async function insertUsage(tx: Writer, rows: readonly UsageRecordsTable[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH_ROWS) {
    const batch = JSON.stringify(rows.slice(start, start + BATCH_ROWS), bigintAsText);
    await sql`
      insert into usage_records (account_id, started_at, record_id, type, direction, counterpart, place, volume, unit,
        cost, balance_after, service)
      select account_id, started_at, record_id, type, direction, counterpart, place, volume, unit,
        cost, balance_after, service
      from json_to_recordset(${batch}::json) as r (account_id bigint, started_at timestamptz, record_id bigint, type text,
        direction text, counterpart text, place text, volume bigint, unit text, cost bigint, balance_after bigint,
        service text)`.execute(tx);
  }
}

/** Adds one row after those of the same instant; the account's row is locked by the caller. */
export async function appendUsage(tx: Writer, row: Omit<UsageRecordsTable, 'record_id'>): Promise<void> {
  const last = await tx
    .selectFrom('usage_records')
    .select((eb) => eb.fn.max('record_id').as('record_id'))
    .where('account_id', '=', row.account_id)
    .where('started_at', '=', row.started_at)
    .executeTakeFirst();
  await tx
    .insertInto('usage_records')
    .values({ ...row, record_id: BigInt(last?.record_id ?? 0n) + 1n })
    .execute();
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
