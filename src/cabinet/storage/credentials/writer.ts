import type { Writer } from '../schema.ts';

/** Replaces the password; one that the subscriber chose need not be changed again. */
export async function updatePassword(
  tx: Writer,
  change: { accountId: bigint; passwordHash: string; now: Date },
): Promise<void> {
  await tx
    .updateTable('credentials')
    .set({ password_hash: change.passwordHash, change_required: false, changed_at: change.now })
    .where('account_id', '=', change.accountId)
    .execute();
}

/** Leaves the account without a password; `nobodysHash` is what no secret is the right one for. */
export async function withdrawPassword(
  tx: Writer,
  { accountId, nobodysHash, now }: { accountId: bigint; nobodysHash: string; now: Date },
): Promise<void> {
  await tx
    .updateTable('credentials')
    .set({ password_hash: nobodysHash, change_required: true, changed_at: now })
    .where('account_id', '=', accountId)
    .execute();
}
