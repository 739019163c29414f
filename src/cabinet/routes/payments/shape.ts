import type { Static } from 'typebox';
import type { Payment } from '../../../contract/operations/payments.ts';
import { toWire } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/period.ts';
import type { PaymentRow } from '../../storage/payments/reader.ts';

/** A card payment as it travels. */
export function paymentToWire(payment: PaymentRow, timeZone: string): Static<typeof Payment> {
  return {
    id: payment.payment_id,
    amount: toWire(payment.amount),
    state: payment.state,
    brand: payment.brand,
    last4: payment.last4,
    decline_reason: payment.decline_reason,
    created_at: formatInstant(payment.created_at, timeZone),
    updated_at: formatInstant(payment.updated_at, timeZone),
  };
}
