import { assert } from '../../../shared/assert.ts';
import type { Kopecks } from '../../../shared/money.ts';
import { type Refused, refuse } from '../outcome.ts';

/**
 * The books of a subscriber, whose balances are kept as rows: `wallet` is money to spend, `hold` is money set aside
 * for gifts that are not decided yet (R11), `bonus` is the bonus account (R13). In the order in which their rows are
 * locked.
 */
export const subscriberBooks = ['bonus', 'hold', 'wallet'] as const;

export type SubscriberBook = (typeof subscriberBooks)[number];

/** The operator's side of a movement. These books have no balance row, so no row is shared between subscribers. */
type OperatorBook =
  | 'opening'
  | 'cash.card'
  | 'bonus.issued'
  | 'revenue.tariff'
  | 'revenue.service'
  | 'revenue.tone'
  | 'revenue.usage'
  | 'revenue.offer'
  | 'revenue.promise'
  | 'credit.promised';

export type Book = SubscriberBook | OperatorBook;

export type TransactionKind =
  | 'opening'
  | 'topup'
  | 'usage'
  | 'tariff_fee'
  | 'tariff_switch'
  | 'service_fee'
  | 'tone_fee'
  | 'melody'
  | 'service_connection'
  | 'offer'
  | 'promise_taken'
  | 'promise_repaid'
  | 'bonus_posting'
  | 'bonus_spending'
  | 'bonus_expiry'
  | 'gift_hold'
  | 'gift_capture'
  | 'gift_release';

/** One line of a transaction; the book gains `amount`, or gives it away when it is negative. */
export interface Posting {
  book: Book;
  amount: Kopecks;
}

/**
 * Double entry: the lines of a transaction are not zero and sum to zero.
 * @throws AssertionError when they do not
 */
export function assertBalanced(postings: readonly Posting[]): void {
  assert(postings.length >= 2, 'a transaction needs at least two postings');
  assert(
    postings.every((posting) => posting.amount !== 0n),
    'a posting of nothing',
  );
  const sum = postings.reduce((total, posting) => total + posting.amount, 0n);
  assert(sum === 0n, `postings sum to ${sum}, not to zero`);
}

/** What a transaction changes in the subscriber's books, in the order of `subscriberBooks`. */
export function balanceChanges(postings: readonly Posting[]): { book: SubscriberBook; amount: Kopecks }[] {
  return subscriberBooks
    .map((book) => ({
      book,
      amount: postings.reduce(
        (total, posting) => (posting.book === book ? total + posting.amount : total),
        0n,
      ),
    }))
    .filter((change) => change.amount !== 0n);
}

/** Refuses what the wallet does not cover; null when it does. What costs nothing needs no balance, not even zero. */
export function refuseUnlessCovered(wallet: Kopecks, needed: Kopecks): Refused | null {
  if (needed === 0n || wallet >= needed) return null;
  return refuse({ kind: 'insufficient_funds', needed, available: wallet });
}
