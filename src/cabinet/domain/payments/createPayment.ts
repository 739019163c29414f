import type { Random } from '../../../shared/clock.ts';
import type { Kopecks } from '../../../shared/money.ts';
import { plus } from '../../../shared/period.ts';
import { type Acquirer, AcquirerError } from '../../acquirer/port.ts';
import type { Settings } from '../../settings.ts';
import { readBalances } from '../../storage/ledger/reader.ts';
import { findPayment, type PaymentRow } from '../../storage/payments/reader.ts';
import { insertPayment, updatePayment } from '../../storage/payments/writer.ts';
import type { Writer } from '../../storage/schema.ts';
import type { Store } from '../../storage/store.ts';
import { uuidv7 } from '../identifiers.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { FIRST_PAUSE_MS, ORDER_LIFE_MS, refuseAmount } from './rules.ts';

export interface PaymentAndBalance {
  payment: PaymentRow;
  balance: Kopecks;
}

/**
 * Writes down a card payment that is about to begin (R14); the acquirer hears of it in `openCheckout`, outside of any
 * transaction. Refused outside of the limits, and with `acquirer_unavailable` where there is no acquirer.
 */
export async function createPayment(
  tx: Writer,
  request: {
    accountId: bigint;
    amount: Kopecks;
    now: Date;
    random: Random;
    settings: Settings;
    acquirer: Acquirer | undefined;
  },
): Promise<Outcome<PaymentAndBalance>> {
  const { accountId, amount, now, random, settings, acquirer } = request;
  if (!acquirer) return refuse({ kind: 'acquirer_unavailable' });
  const refusal = refuseAmount(amount, settings);
  if (refusal) return refusal;
  const payment: PaymentRow = {
    account_id: accountId,
    payment_id: uuidv7(now, random),
    amount,
    state: 'pending',
    brand: null,
    last4: null,
    acquirer_reference: null,
    checkout_url: null,
    decline_reason: null,
    transaction_id: null,
    created_at: now,
    updated_at: now,
  };
  await insertPayment(tx, payment, plus(acquirer.clock.now(), FIRST_PAUSE_MS));
  return done({ payment, balance: (await readBalances(tx, accountId)).wallet });
}

/**
 * The payment with its checkout page: the order is created at the acquirer unless that was done before. Called again, it
 * finds the same order. Refused with `acquirer_unavailable` when no answer comes; nothing is charged then.
 */
export async function openCheckout(
  store: Store,
  acquirer: Acquirer,
  request: { accountId: bigint; paymentId: string; language: 'ru' | 'en'; now: Date },
): Promise<Outcome<PaymentAndBalance>> {
  const { accountId, paymentId, language, now } = request;
  const { payment, balance } = await store.read(async (db) => ({
    payment: await findPayment(db, accountId, paymentId),
    balance: (await readBalances(db, accountId)).wallet,
  }));
  if (!payment) return refuse({ kind: 'payment_not_found' });
  if (payment.checkout_url !== null || payment.state !== 'pending') return done({ payment, balance });
  // By now the payment may be given up for lost, and nobody would ask about a new order.
  if (now.getTime() - payment.created_at.getTime() > ORDER_LIFE_MS)
    return refuse({ kind: 'acquirer_unavailable' });
  try {
    const order = await acquirer.create({ id: paymentId, amount: payment.amount, language });
    const known = { acquirer_reference: order.reference, checkout_url: order.checkoutUrl };
    await store.transact((tx) => updatePayment(tx, payment, known));
    return done({ payment: { ...payment, ...known }, balance });
  } catch (error) {
    if (!(error instanceof AcquirerError)) throw error;
    return refuse({ kind: 'acquirer_unavailable' });
  }
}
