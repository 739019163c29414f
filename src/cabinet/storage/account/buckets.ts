import type { Insertable, Selectable } from 'kysely';
import type { BucketsTable, Reader, Writer } from '../schema.ts';

export type BucketRow = Selectable<BucketsTable>;

/** The packages that are valid at `now`, empty ones included. */
export function readBuckets(db: Reader, accountId: bigint, now: Date): Promise<BucketRow[]> {
  return db
    .selectFrom('buckets')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('valid_from', '<=', now)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', now)]))
    .orderBy('usage_type', 'desc')
    .orderBy('valid_until')
    .orderBy('bucket_id')
    .execute();
}

/** Ends every package of the tariff that is not over at `now`; what was left in it stays on record. */
export async function endTariffBuckets(tx: Writer, accountId: bigint, now: Date): Promise<void> {
  await tx
    .updateTable('buckets')
    .set({ valid_until: now })
    .where('account_id', '=', accountId)
    .where('offer_id', 'is', null)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', now)]))
    .execute();
}

export async function insertBuckets(tx: Writer, buckets: Insertable<BucketsTable>[]): Promise<void> {
  if (buckets.length > 0) await tx.insertInto('buckets').values(buckets).execute();
}
