import type { Brand } from '../cards/brands.ts';

export type Language = 'ru' | 'en';

export type OrderState = 'created' | 'authorized' | 'captured' | 'declined' | 'cancelled';

export type DeclineReason = 'declined' | 'insufficient_funds' | 'authentication_failed' | 'expired';

/** An order as the journal keeps it. Of the card it has what a receipt has, and nothing else. */
export interface Order {
  /** The merchant's own id of the payment, a UUID. */
  order: string;
  /** Opens the checkout page; whoever has it can pay. */
  reference: string;
  /** A decimal with two digits, in roubles. */
  amount: string;
  language: Language;
  callbackUrl: string;
  /** RFC 3339. */
  createdAt: string;
  state: OrderState;
  brand: Brand | null;
  last4: string | null;
  declineReason: DeclineReason | null;
  cancelledBy: 'customer' | 'time' | null;
  /** The 3-D Secure step that the order waits in. */
  challenge: { attemptsLeft: number } | null;
  /** The next capture is done, but not answered. */
  losesCapture: boolean;
}

/** What the merchant is told of an order. */
export function toWireOrder(order: Order, checkoutUrl: string) {
  return {
    order: order.order,
    reference: order.reference,
    amount: order.amount,
    currency: 'RUB',
    state: order.state,
    brand: order.brand,
    last4: order.last4,
    decline_reason: order.declineReason,
    checkout_url: checkoutUrl,
  };
}
