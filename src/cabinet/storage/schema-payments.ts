/** Tables of payments by card (R14) and promised ones (R12). Money is kopecks. */
export interface PaymentTables {
  card_payments: CardPaymentsTable;
  /** Payments whose end is not known yet, and when the acquirer is asked about them, by the real time. */
  card_payments_open: { account_id: bigint; payment_id: string; ask_at: Date; asks: number };
  /** Callbacks that were heeded, so that a repeated one does nothing. */
  acquirer_events: { event_id: string; received_at: Date };
  promised_payments: PromisedPaymentsTable;
}

/** R14; the number of the card is never here, only its last four digits. */
export interface CardPaymentsTable {
  account_id: bigint;
  payment_id: string;
  amount: bigint;
  state: 'pending' | 'authorized' | 'captured' | 'declined' | 'cancelled' | 'unknown';
  brand: 'mir' | 'visa' | 'mastercard' | null;
  last4: string | null;
  acquirer_reference: string | null;
  checkout_url: string | null;
  decline_reason: 'declined' | 'insufficient_funds' | 'authentication_failed' | 'expired' | null;
  transaction_id: string | null;
  created_at: Date;
  updated_at: Date;
}

/** R12: at most one is open. A top-up brings `due_at` forward. */
export interface PromisedPaymentsTable {
  account_id: bigint;
  promise_id: string;
  amount: bigint;
  fee: bigint;
  taken_at: Date;
  due_at: Date;
  settled_at: Date | null;
}
