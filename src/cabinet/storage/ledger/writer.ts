import type { Kopecks } from '../../../shared/money.ts';
import type { Writer } from '../schema.ts';

/** Appends a transaction and its lines; the ledger has no update and no delete. */
export async function insertTransaction(
  tx: Writer,
  transaction: {
    accountId: bigint;
    transactionId: string;
    kind: string;
    details: Record<string, unknown>;
    createdAt: Date;
    postings: readonly { book: string; amount: Kopecks }[];
  },
): Promise<void> {
  const {
    accountId: account_id,
    transactionId: transaction_id,
    kind,
    details,
    createdAt,
    postings,
  } = transaction;
  await tx
    .insertInto('ledger_transactions')
    .values({ account_id, transaction_id, kind, details: JSON.stringify(details), created_at: createdAt })
    .execute();
  await tx
    .insertInto('postings')
    .values(postings.map(({ book, amount }, line) => ({ account_id, transaction_id, line, book, amount })))
    .execute();
}

/** Adds kopecks (negative to take) to the balance of a book, opening it when it is new; answers what it is after. */
export async function addToBalance(
  tx: Writer,
  accountId: bigint,
  book: string,
  amount: Kopecks,
): Promise<Kopecks> {
  const row = await tx
    .insertInto('balances')
    .values({ account_id: accountId, book, amount })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'book']).doUpdateSet((eb) => ({
        amount: eb('balances.amount', '+', eb.ref('excluded.amount')),
      })),
    )
    .returning('amount')
    .executeTakeFirstOrThrow();
  return row.amount;
}

/** Opens books at zero; books that are open already stay as they are. */
export async function openBooks(tx: Writer, accountId: bigint, books: readonly string[]): Promise<void> {
  await tx
    .insertInto('balances')
    .values(books.map((book) => ({ account_id: accountId, book, amount: 0n })))
    .onConflict((conflict) => conflict.columns(['account_id', 'book']).doNothing())
    .execute();
}
