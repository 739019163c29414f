import { assert } from '../../../shared/assert.ts';
import type { Clock, Random } from '../../../shared/clock.ts';
import { type Acquirer, AcquirerError, type Order } from '../../acquirer/port.ts';
import type { Settings } from '../../settings.ts';
import { lockAccount } from '../../storage/account/lock.ts';
import type { PaymentRow } from '../../storage/payments/reader.ts';
import { closePayment, lockPayment, type PaymentKey, updatePayment } from '../../storage/payments/writer.ts';
import type { Writer } from '../../storage/schema.ts';
import type { Store } from '../../storage/store.ts';
import { billAccount } from '../billing/billAccount.ts';
import { moneyCameIn } from '../billing/moneyCameIn.ts';
import { post } from '../ledger/post.ts';
import { movementNames } from '../usage/movements.ts';
import {
  type EndState,
  isSettled,
  type PaymentState,
  stateAfterNews,
  stateAfterSilence,
  stateOfUnseen,
} from './rules.ts';

/** What settling needs besides the payment. */
export interface Settling {
  store: Store;
  acquirer: Acquirer;
  clock: Clock;
  random: Random;
  settings: Settings;
}

/**
 * How far a payment got: to its end just now, at it before, not yet there, no answer, or an order over another amount than
 * was asked for.
 */
export type Settlement = EndState | 'settled' | 'waiting' | 'silence' | 'amount_differs';

/**
 * The one place where a payment moves (R14): asks the acquirer about it, captures what is authorized and credits what is
 * captured. Called any number of times, and at once, it credits once: the state of the locked payment decides. Nothing
 * is locked while the acquirer is asked.
 */
export async function settlePayment(settling: Settling, key: PaymentKey): Promise<Settlement> {
  const { acquirer } = settling;
  try {
    const order = await acquirer.find(key.payment_id);
    if (order === null) return await change(settling, key, giveUpUnseen);
    const heard = await hear(settling, key, order);
    if (order.state !== 'authorized' || heard !== 'waiting') return heard;
    return await hear(settling, key, await acquirer.capture(key.payment_id));
  } catch (error) {
    if (!(error instanceof AcquirerError)) throw error;
    return await change(settling, key, noteSilence);
  }
}

function hear(settling: Settling, key: PaymentKey, order: Order): Promise<Settlement> {
  return change(settling, key, (tx, payment, now) => takeNews(tx, payment, { order, now, settling }));
}

/** Changes a payment that is not settled, under the locks of its account and of itself. */
function change(
  { store, clock, settings }: Settling,
  key: PaymentKey,
  work: (tx: Writer, payment: PaymentRow, now: Date) => Promise<Settlement>,
): Promise<Settlement> {
  return store.transact(async (tx) => {
    await lockAccount(tx, key.account_id);
    const payment = await lockPayment(tx, key);
    if (isSettled(payment.state)) {
      await closePayment(tx, key);
      return 'settled';
    }
    const now = clock.now();
    await billAccount(tx, { accountId: key.account_id, until: now, settings });
    return work(tx, payment, now);
  });
}

async function takeNews(
  tx: Writer,
  payment: PaymentRow,
  { order, now, settling }: { order: Order; now: Date; settling: Settling },
): Promise<Settlement> {
  if (order.amount !== payment.amount) {
    await move(tx, payment, 'unknown', now);
    return 'amount_differs';
  }
  const { brand, last4, declineReason: decline_reason, reference: acquirer_reference } = order;
  const known = { ...payment, brand, last4, decline_reason, acquirer_reference };
  const state = stateAfterNews(payment.state, order.state);
  if (state === 'captured') return credit(tx, known, now, settling);
  return move(tx, known, state, now);
}

async function credit(
  tx: Writer,
  payment: PaymentRow,
  now: Date,
  { random, settings }: Settling,
): Promise<Settlement> {
  const { account_id: accountId, amount, payment_id, brand, last4 } = payment;
  const { transactionId } = await post(tx, {
    accountId,
    kind: 'topup',
    details: { payment: payment_id },
    detail: { type: 'payment', service: movementNames.topUp(brand, last4) },
    postings: [
      { book: 'wallet', amount },
      { book: 'cash.card', amount: -amount },
    ],
    at: now,
    random,
  });
  const outcome = await move(tx, { ...payment, transaction_id: transactionId }, 'captured', now);
  await moneyCameIn(tx, { accountId, at: now, topUp: true, settings });
  return outcome;
}

function noteSilence(tx: Writer, payment: PaymentRow, now: Date): Promise<Settlement> {
  return move(tx, payment, stateAfterSilence(payment.state, ageOf(payment, now)), now, 'silence');
}

/** Somebody who knew the order and does not any more may be the wrong one: what became of the money is not known. */
function giveUpUnseen(tx: Writer, payment: PaymentRow, now: Date): Promise<Settlement> {
  if (payment.acquirer_reference !== null) return noteSilence(tx, payment, now);
  return move(tx, payment, stateOfUnseen(payment.state, ageOf(payment, now)), now);
}

function ageOf(payment: PaymentRow, now: Date): number {
  return now.getTime() - payment.created_at.getTime();
}

/** Writes the payment in its new state; one that is settled is not asked about any more. */
async function move(
  tx: Writer,
  payment: PaymentRow,
  state: PaymentState,
  now: Date,
  otherwise: Settlement = 'waiting',
): Promise<Settlement> {
  assert(
    (state === 'captured') === (payment.transaction_id !== null),
    'a captured payment has its transaction',
  );
  const { brand, last4, decline_reason, acquirer_reference, transaction_id } = payment;
  const changed = state === payment.state ? {} : { updated_at: now };
  const known = { brand, last4, decline_reason, acquirer_reference, transaction_id };
  await updatePayment(tx, payment, { state, ...known, ...changed });
  if (!isSettled(state)) return otherwise;
  await closePayment(tx, payment);
  return state;
}
