import { insertRows } from '../bulk.ts';
import type { UsageRecordsTable, Writer } from '../schema.ts';

/** Writes rows as they are, in batches; their partitions should exist (`ensureMonths`). */
export function insertUsage(tx: Writer, rows: readonly UsageRecordsTable[]): Promise<void> {
  return insertRows(tx, 'usage_records', rows);
}

/** A row that has no number yet. */
export type NewUsageRow = Omit<UsageRecordsTable, 'record_id'>;

/** Adds one row after those of the same instant; the caller holds a lock that orders the account's rows. */
export async function appendUsage(tx: Writer, row: NewUsageRow): Promise<void> {
  const last = await tx
    .selectFrom('usage_records')
    .select((eb) => eb.fn.max<bigint | null>('record_id').as('record_id'))
    .where('account_id', '=', row.account_id)
    .where('started_at', '=', row.started_at)
    .executeTakeFirst();
  await tx
    .insertInto('usage_records')
    .values({ ...row, record_id: (last?.record_id ?? 0n) + 1n })
    .execute();
}
