import type { Kopecks } from '../../../shared/money.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/period.ts';
import type { Order } from '../../acquirer/port.ts';
import type { Settings } from '../../settings.ts';
import { refuse } from '../outcome.ts';

export type PaymentState = 'pending' | 'authorized' | 'captured' | 'declined' | 'cancelled' | 'unknown';

/** A payment that is not settled is asked about after this long, and after twice as long each time. */
export const FIRST_PAUSE_MS = 3 * SECOND_MS;
export const LONGEST_PAUSE_MS = 5 * MINUTE_MS;

/** The acquirer cancels an order that nobody has paid by then. */
export const ORDER_LIFE_MS = 30 * MINUTE_MS;

/** A payment that the acquirer has still not seen by then never got there. */
export const LOST_AFTER_MS = HOUR_MS;

/** Events are remembered for longer than the acquirer repeats them, which is at most a day. */
export const EVENT_MEMORY_MS = 48 * HOUR_MS;

/** R14: the limits of a card payment. */
export function refuseAmount(amount: Kopecks, { paymentMinimum, paymentMaximum }: Settings) {
  if (amount >= paymentMinimum && amount <= paymentMaximum) return null;
  return refuse({
    kind: 'payment_amount_out_of_range',
    minimum: paymentMinimum,
    maximum: paymentMaximum,
  });
}

/** States in which nothing can happen to a payment any more. */
export type EndState = 'captured' | 'declined' | 'cancelled';

export function isSettled(state: PaymentState): state is EndState {
  return state === 'captured' || state === 'declined' || state === 'cancelled';
}

/** What a payment that is not settled becomes when the acquirer tells of its order. Money held is not let go by old news. */
export function stateAfterNews(state: PaymentState, heard: Order['state']): PaymentState {
  if (heard !== 'created') return heard;
  return state === 'authorized' ? 'authorized' : 'pending';
}

/** What it becomes when no answer comes: until it may have been paid, silence says nothing. */
export function stateAfterSilence(state: PaymentState, ageMs: number): PaymentState {
  return state === 'pending' && ageMs <= ORDER_LIFE_MS ? 'pending' : 'unknown';
}

/** What it becomes when the acquirer has never seen its order. */
export function stateOfUnseen(state: PaymentState, ageMs: number): PaymentState {
  return ageMs > LOST_AFTER_MS ? 'cancelled' : state;
}
