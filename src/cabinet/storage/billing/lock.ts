import { sql } from 'kysely';
import type { Writer } from '../schema.ts';

/**
 * Locks what others change without the lock of the account, in the order in which they do: gifts that have run out, then
 * the balances. For whoever changes an account more than once in a transaction.
 */
export async function lockMoney(tx: Writer, accountId: bigint, until: Date): Promise<void> {
  await sql`select 1 from tone_gifts where account_id = ${accountId} and state = 'pending' and expires_at <= ${until}
    order by gift_id for update`.execute(tx);
  await sql`select 1 from balances where account_id = ${accountId} order by book for no key update`.execute(
    tx,
  );
}
