import { sql } from 'kysely';
import type { Period } from '../../../shared/period.ts';
import type { Reader, UsageRecordsTable, UsageTypeColumn } from '../schema.ts';
import type { Store } from '../store.ts';

/** A place between rows: behind the row that it names. */
export interface UsageCursor {
  startedAt: Date;
  recordId: bigint;
}

export interface UsageQuery {
  accountId: bigint;
  period: Period;
  type?: UsageTypeColumn | undefined;
  after?: UsageCursor | undefined;
  limit: number;
  order: 'oldest_first' | 'newest_first';
}

/** At most `limit` rows of the period behind the cursor, in the order asked for, by one scan of the key. */
export async function readUsage(db: Reader, query: UsageQuery): Promise<UsageRecordsTable[]> {
  const { period, after, order } = query;
  const forward = order === 'oldest_first';
  const from = forward && after && after.startedAt > period.from ? after.startedAt : period.from;
  let rows = db
    .selectFrom('usage_records')
    .selectAll()
    .where('account_id', '=', query.accountId)
    .where('started_at', '>=', from)
    .where('started_at', '<', period.to)
    .orderBy('started_at', forward ? 'asc' : 'desc')
    .orderBy('record_id', forward ? 'asc' : 'desc')
    .limit(query.limit);
  if (query.type) rows = rows.where('type', '=', query.type);
  if (after) {
    const place = sql`(${after.startedAt}, ${after.recordId})`;
    rows = rows.where(
      forward
        ? sql<boolean>`(started_at, record_id) > ${place}`
        : sql<boolean>`(started_at, record_id) < ${place}`,
    );
    if (!forward) rows = rows.where('started_at', '<=', after.startedAt);
  }
  return rows.execute();
}

/**
 * The whole period, oldest first, in keyset pages: between two pages no connection is held, and a reader that stops costs
 * nothing more.
 */
export async function* readAllUsage(
  read: Store['read'],
  query: Omit<UsageQuery, 'limit' | 'order'>,
  pageRows: number,
): AsyncGenerator<UsageRecordsTable[]> {
  let after = query.after;
  while (true) {
    const page: UsageQuery = { ...query, after, limit: pageRows, order: 'oldest_first' };
    const rows = await read((db) => readUsage(db, page));
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageRows) return;
    after = { startedAt: last.started_at, recordId: last.record_id };
  }
}
