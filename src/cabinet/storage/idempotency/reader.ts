import type { Reader } from '../schema.ts';

/** What an account has stored under an idempotency key. */
export function findReply(db: Reader, accountId: bigint, key: string) {
  return db
    .selectFrom('idempotency_keys')
    .select(['operation', 'input_hash', 'status', 'reply'])
    .where('account_id', '=', accountId)
    .where('key', '=', key)
    .executeTakeFirst();
}
