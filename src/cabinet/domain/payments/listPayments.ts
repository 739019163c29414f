import { type PaymentRow, readPayments } from '../../storage/payments/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { type Page, pageOf } from '../page.ts';

/** A page of the payments of an account, newest first. */
export async function listPayments(
  db: Reader,
  query: { accountId: bigint; after?: string | undefined; limit: number },
): Promise<Page<PaymentRow>> {
  const rows = await readPayments(db, { ...query, limit: query.limit + 1 });
  return pageOf(rows, query.limit, (payment) => payment.payment_id);
}
