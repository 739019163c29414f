import { readBalances } from '../../storage/ledger/reader.ts';
import { findPayment } from '../../storage/payments/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import type { PaymentAndBalance } from './createPayment.ts';

/** A payment of this account, and what is in the wallet. Refused with `payment_not_found`. */
export async function getPayment(
  db: Reader,
  accountId: bigint,
  paymentId: string,
): Promise<Outcome<PaymentAndBalance>> {
  const payment = await findPayment(db, accountId, paymentId);
  if (!payment) return refuse({ kind: 'payment_not_found' });
  return done({ payment, balance: (await readBalances(db, accountId)).wallet });
}
