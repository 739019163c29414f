import type { Reader } from '../schema.ts';
import type { CardPaymentsTable } from '../schema-payments.ts';

export type PaymentRow = CardPaymentsTable;

/** A payment of this account; undefined when there is none. */
export function findPayment(db: Reader, accountId: bigint, paymentId: string) {
  return db
    .selectFrom('card_payments')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('payment_id', '=', paymentId)
    .executeTakeFirst();
}

/** Payments newest first: ids are UUIDv7, so they sort by time. Begins behind the payment `after`. */
export function readPayments(
  db: Reader,
  { accountId, after, limit }: { accountId: bigint; after?: string | undefined; limit: number },
): Promise<PaymentRow[]> {
  return db
    .selectFrom('card_payments')
    .selectAll()
    .where('account_id', '=', accountId)
    .$if(after !== undefined, (query) => query.where('payment_id', '<', after ?? ''))
    .orderBy('payment_id', 'desc')
    .limit(limit)
    .execute();
}
