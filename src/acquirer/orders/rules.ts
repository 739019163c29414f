import { MINUTE_MS } from '../../shared/period.ts';
import { CHALLENGE_CODE, digitsOf, type TestCard } from '../cards/test-cards.ts';
import type { DeclineReason, Order } from './order.ts';

/** How long an order waits to be paid. */
export const ORDER_MS = 30 * MINUTE_MS;
const CHALLENGE_ATTEMPTS = 3;

/** The order as it is at `now`: cancelled when its time has passed without a payment. */
export function atTime(order: Order, now: Date): Order {
  const late = order.state === 'created' && now.getTime() - Date.parse(order.createdAt) >= ORDER_MS;
  return late ? { ...order, state: 'cancelled', cancelledBy: 'time', challenge: null } : order;
}

/** A card is presented for a created order. */
export function payByCard(order: Order, card: TestCard): Order {
  const presented = { ...order, brand: card.brand, last4: digitsOf(card.number).slice(-4) };
  switch (card.behaviour) {
    case 'success':
      return authorized(presented);
    case 'lost_answer':
      return { ...authorized(presented), losesCapture: true };
    case 'challenge':
      return { ...presented, challenge: { attemptsLeft: CHALLENGE_ATTEMPTS } };
    case 'declined':
      return declined(presented, 'declined');
    case 'insufficient_funds':
      return declined(presented, 'insufficient_funds');
    case 'expired_card':
      return declined(presented, 'expired');
  }
}

/** The answer to a 3-D Secure step: the third wrong code declines the payment. */
export function answerChallenge(order: Order, code: string): Order {
  if (order.challenge === null) return order;
  if (code.trim() === CHALLENGE_CODE) return authorized(order);
  const attemptsLeft = order.challenge.attemptsLeft - 1;
  if (attemptsLeft > 0) return { ...order, challenge: { attemptsLeft } };
  return declined(order, 'authentication_failed');
}

/** The customer leaves; a payment that is made already stays made. */
export function cancel(order: Order): Order {
  if (order.state !== 'created') return order;
  return { ...order, state: 'cancelled', cancelledBy: 'customer', challenge: null };
}

/** Takes the money of an authorized order; null when there is none to take. */
export function capture(order: Order): Order | null {
  if (order.state === 'captured') return order;
  return order.state === 'authorized' ? { ...order, state: 'captured' } : null;
}

function authorized(order: Order): Order {
  return { ...order, state: 'authorized', challenge: null };
}

function declined(order: Order, declineReason: DeclineReason): Order {
  return { ...order, state: 'declined', declineReason, challenge: null };
}
