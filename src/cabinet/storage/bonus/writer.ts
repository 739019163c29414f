import type { Writer } from '../schema.ts';
import type { LotRow } from './reader.ts';

/** Writes what remains in lots of an account whose row the caller's transaction has locked. */
export async function updateLots(
  tx: Writer,
  accountId: bigint,
  lots: readonly Pick<LotRow, 'lot_id' | 'remaining'>[],
): Promise<void> {
  for (const { lot_id, remaining } of lots) {
    await tx
      .updateTable('bonus_lots')
      .set({ remaining })
      .where('account_id', '=', accountId)
      .where('lot_id', '=', lot_id)
      .execute();
  }
}
