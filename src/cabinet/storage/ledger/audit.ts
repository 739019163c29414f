import { sql } from 'kysely';
import type { Kopecks } from '../../../shared/money.ts';
import type { Reader } from '../schema.ts';

/** How much there is to check. */
export async function countLedger(
  db: Reader,
): Promise<{ accounts: bigint; transactions: bigint; postings: bigint }> {
  const { rows } = await sql<{ accounts: bigint; transactions: bigint; postings: bigint }>`
    select (select count(*) from accounts) as accounts,
           (select count(*) from ledger_transactions) as transactions,
           (select count(*) from postings) as postings`.execute(db);
  return rows[0] ?? { accounts: 0n, transactions: 0n, postings: 0n };
}

/** Transactions whose lines do not sum to zero, or that have none. */
export async function findUnbalanced(
  db: Reader,
  limit: number,
): Promise<{ accountId: bigint; transactionId: string; sum: Kopecks }[]> {
  const { rows } = await sql<{ accountId: bigint; transactionId: string; sum: Kopecks }>`
    select t.account_id as "accountId", t.transaction_id as "transactionId", coalesce(sum(p.amount), 0)::bigint as sum
    from ledger_transactions t left join postings p using (account_id, transaction_id)
    group by t.account_id, t.transaction_id
    having coalesce(sum(p.amount), 0) <> 0 or count(p.amount) < 2
    order by 1, 2 limit ${limit}`.execute(db);
  return rows;
}

/** Subscriber's books whose balance is not the sum of their postings. */
export async function findDiffering(
  db: Reader,
  books: readonly string[],
  limit: number,
): Promise<{ accountId: bigint; book: string; balance: Kopecks; postings: Kopecks }[]> {
  const { rows } = await sql<{ accountId: bigint; book: string; balance: Kopecks; postings: Kopecks }>`
    with summed as (
      select account_id, book, sum(amount)::bigint as amount from postings
      where book in (${sql.join(books)}) group by account_id, book)
    select account_id as "accountId", book, coalesce(b.amount, 0) as balance, coalesce(s.amount, 0) as postings
    from balances b full join summed s using (account_id, book)
    where coalesce(b.amount, 0) <> coalesce(s.amount, 0)
    order by 1, 2 limit ${limit}`.execute(db);
  return rows;
}

/** What a book of a subscriber has to hold, told by other tables: money set aside for gifts (R11), bonuses (R13). */
const owed = {
  hold: sql`select account_id, sum(price)::bigint as amount from tone_gifts where state = 'pending' group by account_id`,
  bonus: sql`select account_id, sum(remaining)::bigint as amount from bonus_lots group by account_id`,
};

export type BackedBook = keyof typeof owed;

/** Subscriber's books whose balance is not the sum of what stands behind it. */
export async function findUnbacked(
  db: Reader,
  book: BackedBook,
  limit: number,
): Promise<{ accountId: bigint; balance: Kopecks; owed: Kopecks }[]> {
  const { rows } = await sql<{ accountId: bigint; balance: Kopecks; owed: Kopecks }>`
    select account_id as "accountId", coalesce(b.amount, 0) as balance, coalesce(o.amount, 0) as owed
    from (select account_id, amount from balances where book = ${book}) b full join (${owed[book]}) o using (account_id)
    where coalesce(b.amount, 0) <> coalesce(o.amount, 0)
    order by 1 limit ${limit}`.execute(db);
  return rows;
}

/** Subscribers who lack the balance row of one of their books. */
export async function findMissing(
  db: Reader,
  books: readonly string[],
  limit: number,
): Promise<{ accountId: bigint; book: string }[]> {
  const { rows } = await sql<{ accountId: bigint; book: string }>`
    select a.account_id as "accountId", k.book
    from accounts a cross join (values ${sql.join(books.map((book) => sql`(${book}::text)`))}) as k(book)
    left join balances b on b.account_id = a.account_id and b.book = k.book
    where b.book is null
    order by 1, 2 limit ${limit}`.execute(db);
  return rows;
}
