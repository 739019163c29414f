import { type BonusMovementRow, readBonusMovements } from '../../storage/bonus/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { type Page, pageOf } from '../page.ts';

/** A page of the movements of the bonus account, newest first, as the ledger has them (R13). */
export async function listBonusHistory(
  db: Reader,
  query: { accountId: bigint; after?: string | undefined; limit: number },
): Promise<Page<BonusMovementRow>> {
  const rows = await readBonusMovements(db, { ...query, limit: query.limit + 1 });
  return pageOf(rows, query.limit, (row) => row.transaction_id);
}
