import type { Updateable } from 'kysely';
import type { LinesTable, Writer } from '../schema.ts';

/** Changes the line of an account, whose row the caller's transaction has locked. */
export async function updateLine(
  tx: Writer,
  accountId: bigint,
  change: Updateable<LinesTable>,
): Promise<void> {
  await tx.updateTable('lines').set(change).where('account_id', '=', accountId).execute();
}
