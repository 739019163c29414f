import type { Random } from '../../../shared/clock.ts';
import type { Kopecks } from '../../../shared/money.ts';
import { addToBalance, insertTransaction } from '../../storage/ledger/writer.ts';
import type { Writer } from '../../storage/schema.ts';
import { appendUsage, type NewUsageRow } from '../../storage/usage/writer.ts';
import { uuidv7 } from '../identifiers.ts';
import {
  assertBalanced,
  balanceChanges,
  type Posting,
  type SubscriberBook,
  type TransactionKind,
} from './rules.ts';

export interface NewTransaction {
  /** The subscriber on whose behalf the money moves. */
  accountId: bigint;
  kind: TransactionKind;
  /** What the movement was for: ids and names, no secrets. */
  details: Record<string, string>;
  /** How the call detail names what the wallet paid or got; null for movements that are no event of the line. */
  detail: MovementDetail | null;
  postings: readonly Posting[];
  at: Date;
  random: Random;
}

/** A movement in the call detail; `service` is in the operator's language. */
export interface MovementDetail {
  type: 'service' | 'payment' | 'bonus';
  service: string;
}

/**
 * Writes one double-entry transaction and changes the balances of the subscriber's books with it, all inside `tx`.
 * What comes out of the wallet or into it is also a row of call detail, numbered under the lock of the wallet's
 * balance. The caller has already decided that the money may move.
 * @returns the id and the balances, in kopecks, of the books that changed, as they are after it
 * @throws AssertionError when the postings do not sum to zero
 */
export async function post(
  tx: Writer,
  { accountId, kind, details, detail, postings, at, random }: NewTransaction,
): Promise<{ transactionId: string; balances: Partial<Record<SubscriberBook, Kopecks>> }> {
  assertBalanced(postings);
  const transactionId = uuidv7(at, random);
  await insertTransaction(tx, { accountId, transactionId, kind, details, createdAt: at, postings });
  const balances: Partial<Record<SubscriberBook, Kopecks>> = {};
  for (const { book, amount } of balanceChanges(postings)) {
    balances[book] = await addToBalance(tx, accountId, book, amount);
    if (book === 'wallet' && detail) {
      await appendUsage(tx, rowOf(detail, { accountId, at, cost: -amount, balanceAfter: balances[book] }));
    }
  }
  return { transactionId, balances };
}

function rowOf(
  { type, service }: MovementDetail,
  movement: { accountId: bigint; at: Date; cost: Kopecks; balanceAfter: Kopecks },
): NewUsageRow {
  return {
    account_id: movement.accountId,
    started_at: movement.at,
    type,
    direction: null,
    counterpart: null,
    place: null,
    volume: 1n,
    unit: 'item',
    cost: movement.cost,
    balance_after: movement.balanceAfter,
    service,
  };
}
