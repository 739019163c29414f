import { plus, SECOND_MS } from '../../../shared/period.ts';
import { uuidv7 } from '../../domain/identifiers.ts';
import { movementNames } from '../../domain/usage/movements.ts';
import { enter, type LineState, record, takeTariffFee } from './state.ts';

const brands = ['mir', 'visa', 'mastercard'] as const;

/** Pays by card when there is less in the wallet than its owner likes (R14), and pays an overdue fee at once (R8). */
export function topUp(line: LineState, at: Date): void {
  const { subscriber, chance } = line;
  if (line.wallet >= BigInt(subscriber.keepRoubles) * 100n) return;
  const amount = BigInt(subscriber.topUpRoubles) * 100n;
  const brand = brands[subscriber.index % brands.length] ?? brands[0];
  const last4 = String(4_000 + subscriber.index * 97).slice(-4);
  const payment = {
    account_id: subscriber.accountId,
    amount,
    brand,
    last4,
    acquirer_reference: null,
    checkout_url: null,
    decline_reason: null,
    created_at: at,
    updated_at: plus(at, 20 * SECOND_MS),
  };
  // Some payments do not pass the first time: people try again the next day.
  if (chance.chance(4)) {
    line.payments.push({
      ...payment,
      payment_id: uuidv7(at, chance),
      state: 'declined',
      decline_reason: 'insufficient_funds',
      transaction_id: null,
    });
    return;
  }
  const payment_id = uuidv7(at, chance);
  const transaction_id = enter(
    line,
    at,
    'topup',
    [
      { book: 'wallet', amount },
      { book: 'cash.card', amount: -amount },
    ],
    { payment: payment_id },
  );
  line.payments.push({ ...payment, payment_id, state: 'captured', transaction_id });
  const service = movementNames.topUp(brand, last4);
  record(line, { started_at: at, type: 'payment', direction: 'in', cost: -amount, service });
  if (line.paidSince === null) takeTariffFee(line, at);
}
