import type { Random } from '../../../shared/clock.ts';
import type { Kopecks } from '../../../shared/money.ts';
import { addToBalance, insertTransaction } from '../../storage/ledger/writer.ts';
import type { Writer } from '../../storage/schema.ts';
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
  postings: readonly Posting[];
  at: Date;
  random: Random;
}

/**
 * Writes one double-entry transaction and changes the balances of the subscriber's books with it, all inside `tx`.
 * The caller has already decided that the money may move.
 * @returns the id and the balances, in kopecks, of the books that changed, as they are after it
 * @throws AssertionError when the postings do not sum to zero
 */
export async function post(
  tx: Writer,
  { accountId, kind, details, postings, at, random }: NewTransaction,
): Promise<{ transactionId: string; balances: Partial<Record<SubscriberBook, Kopecks>> }> {
  assertBalanced(postings);
  const transactionId = uuidv7(at, random);
  await insertTransaction(tx, { accountId, transactionId, kind, details, createdAt: at, postings });
  const balances: Partial<Record<SubscriberBook, Kopecks>> = {};
  for (const { book, amount } of balanceChanges(postings)) {
    balances[book] = await addToBalance(tx, accountId, book, amount);
  }
  return { transactionId, balances };
}
