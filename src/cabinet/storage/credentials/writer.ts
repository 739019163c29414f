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
