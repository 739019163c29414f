import type { Writer } from '../schema.ts';
import type { OneTimePasswordsTable } from '../schema-recovery.ts';

/** Puts a one-time password in the place of the account's last one. */
export async function replaceOneTimePassword(
  tx: Writer,
  issued: Pick<OneTimePasswordsTable, 'account_id' | 'password_hash' | 'way' | 'issued_at' | 'expires_at'>,
): Promise<void> {
  const fresh = { ...issued, used_at: null, failures: 0 };
  await tx
    .insertInto('one_time_passwords')
    .values(fresh)
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(fresh))
    .execute();
}

interface Try {
  accountId: bigint;
  now: Date;
  /** How many wrong ones make it worthless. */
  tries: number;
}

/**
 * Counts a try as wrong before it is examined, and returns the hash to examine: of a password that is still good for a
 * login. Of any number of tries at once only the allowed ones get a hash.
 */
export async function reserveLoginTry(
  tx: Writer,
  { accountId, now, tries }: Try,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('one_time_passwords')
    .set((update) => ({ failures: update('failures', '+', 1) }))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('failures', '<', tries)
    .returning('password_hash')
    .executeTakeFirst();
  return row?.password_hash;
}

/**
 * The same for whoever is logged in, for whom the one that opened the session counts, too; `exhausted` when too many
 * wrong ones came before. The row stays held until the end of the transaction.
 */
export async function reserveChangeTry(
  tx: Writer,
  { accountId, now, tries }: Try,
): Promise<{ hash: string } | 'exhausted' | undefined> {
  const row = await tx
    .updateTable('one_time_passwords')
    .set((update) => ({ failures: update('failures', '+', 1) }))
    .where('account_id', '=', accountId)
    .where((where) => where.or([where('used_at', 'is not', null), where('expires_at', '>', now)]))
    .returning(['password_hash', 'failures'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return row.failures > tries ? 'exhausted' : { hash: row.password_hash };
}

/** Uses up the password with this hash; false when it was used, or replaced, meanwhile. */
export async function useOneTimePassword(
  tx: Writer,
  use: { accountId: bigint; passwordHash: string; now: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('one_time_passwords')
    .set({ used_at: use.now, failures: 0 })
    .where('account_id', '=', use.accountId)
    .where('password_hash', '=', use.passwordHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function removeOneTimePassword(tx: Writer, accountId: bigint): Promise<void> {
  await tx.deleteFrom('one_time_passwords').where('account_id', '=', accountId).execute();
}

/** The same of one that came by SMS only: the phone that it came to may be in other hands. */
export async function removePasswordBySms(tx: Writer, accountId: bigint): Promise<void> {
  await tx
    .deleteFrom('one_time_passwords')
    .where('account_id', '=', accountId)
    .where('way', '=', 'sms')
    .execute();
}
