import type { Reader, Writer } from '../schema.ts';

/** The Argon2id hash of the account's password (R3). */
export async function readPasswordHash(db: Reader, accountId: bigint): Promise<string> {
  const row = await db
    .selectFrom('credentials')
    .select('password_hash')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return row.password_hash;
}

/** The credentials, which nobody changes before the end of the transaction. */
export function holdCredentials(tx: Writer, accountId: bigint) {
  return tx
    .selectFrom('credentials')
    .select(['password_hash', 'change_required'])
    .where('account_id', '=', accountId)
    .forShare()
    .executeTakeFirstOrThrow();
}
