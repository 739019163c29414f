import type { Clock } from '../../shared/clock.ts';
import type { Kopecks } from '../../shared/money.ts';

/** A payment as the acquirer sees it. The number of the card stays with the acquirer. */
export interface Order {
  /** The id of our payment, which is the acquirer's idempotency key too. */
  id: string;
  reference: string;
  amount: Kopecks;
  state: 'created' | 'authorized' | 'captured' | 'declined' | 'cancelled';
  brand: 'mir' | 'visa' | 'mastercard' | null;
  last4: string | null;
  declineReason: 'declined' | 'insufficient_funds' | 'authentication_failed' | 'expired' | null;
  /** The page on which the card is entered. */
  checkoutUrl: string;
}

export interface NewOrder {
  id: string;
  amount: Kopecks;
  /** Of the checkout page. */
  language: 'ru' | 'en';
}

/** The company that takes money from cards (R14). Every operation may be repeated: it acts once for each order. */
export interface Acquirer {
  /** The real time, which the calendar of a sandbox may be ahead of. */
  readonly clock: Clock;
  /** @throws AcquirerError */
  create(order: NewOrder): Promise<Order>;
  /** Null for an order that the acquirer has never seen. @throws AcquirerError */
  find(id: string): Promise<Order | null>;
  /** Takes the money that is authorized. @throws AcquirerError */
  capture(id: string): Promise<Order>;
  /** Whether these bytes and their signature come from the acquirer, just now. */
  isGenuine(body: Buffer, signature: string | undefined): boolean;
}

/** No usable answer: whatever was asked for may have been done all the same. */
export class AcquirerError extends Error {
  override name = 'AcquirerError';
}
