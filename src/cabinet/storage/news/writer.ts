import type { Writer } from '../schema.ts';

/** Subscribes an account from `at` on; one that is subscribed already stays so since then. */
export async function insertNewsSubscription(tx: Writer, accountId: bigint, at: Date): Promise<void> {
  await tx
    .insertInto('news_subscriptions')
    .values({ account_id: accountId, subscribed_at: at })
    .onConflict((conflict) => conflict.column('account_id').doNothing())
    .execute();
}

export async function deleteNewsSubscription(tx: Writer, accountId: bigint): Promise<void> {
  await tx.deleteFrom('news_subscriptions').where('account_id', '=', accountId).execute();
}
