import type { Writer } from '../schema.ts';

/**
 * Holds an account until the end of the transaction: its mutations run one after another. Rows that merely refer to
 * the account can still be written, so that two subscribers may send each other gifts at once.
 */
export async function lockAccount(tx: Writer, accountId: bigint): Promise<void> {
  await tx
    .selectFrom('accounts')
    .select('account_id')
    .where('account_id', '=', accountId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}
