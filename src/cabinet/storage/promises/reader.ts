import type { Selectable } from 'kysely';
import type { Reader } from '../schema.ts';
import type { PromisedPaymentsTable } from '../schema-payments.ts';

export type PromiseRow = Selectable<PromisedPaymentsTable>;

/** The promised payment that is not paid back yet; there is at most one. */
export function findOpenPromise(db: Reader, accountId: bigint): Promise<PromiseRow | undefined> {
  return db
    .selectFrom('promised_payments')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
}
