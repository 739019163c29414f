import { sql } from 'kysely';
import { batches } from '../bulk.ts';
import type { Writer } from '../schema.ts';

/** A transaction and its lines, ready to be written. */
export interface LedgerEntry {
  account_id: bigint;
  transaction_id: string;
  kind: string;
  details: Record<string, string>;
  created_at: Date;
  postings: readonly { book: string; amount: bigint }[];
}

/** Appends many transactions and adds their lines to the balances of `books`, as single ones would have done. */
export async function insertEntries(
  tx: Writer,
  entries: readonly LedgerEntry[],
  books: readonly string[],
): Promise<void> {
  for (const batch of batches(entries)) {
    await sql`
      insert into ledger_transactions (account_id, transaction_id, kind, details, created_at)
      select * from json_to_recordset(${batch}::json)
        as e (account_id bigint, transaction_id uuid, kind text, details jsonb, created_at timestamptz)`.execute(
      tx,
    );
    await sql`
      insert into postings (account_id, transaction_id, line, book, amount)
      select e.account_id, e.transaction_id, p.position - 1, p.line->>'book', (p.line->>'amount')::bigint
      from json_to_recordset(${batch}::json) as e (account_id bigint, transaction_id uuid, postings json),
        json_array_elements(e.postings) with ordinality as p (line, position)`.execute(tx);
    await sql`
      insert into balances (account_id, book, amount)
      select e.account_id, p.line->>'book', sum((p.line->>'amount')::bigint)::bigint
      from json_to_recordset(${batch}::json) as e (account_id bigint, postings json),
        json_array_elements(e.postings) as p (line)
      where p.line->>'book' in (${sql.join(books)})
      group by 1, 2
      on conflict (account_id, book) do update set amount = balances.amount + excluded.amount`.execute(tx);
  }
}
