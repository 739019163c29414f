import { type Selectable, sql } from 'kysely';
import type { Kopecks } from '../../../shared/money.ts';
import type { Reader } from '../schema.ts';
import type { BonusLotsTable } from '../schema-catalogues.ts';

export type LotRow = Selectable<BonusLotsTable>;

/** The lots with something left that have not expired at `now`, oldest first. */
export function readLots(db: Reader, accountId: bigint, now: Date): Promise<LotRow[]> {
  return db
    .selectFrom('bonus_lots')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('remaining', '>', 0n)
    .where('expires_at', '>', now)
    .orderBy('granted_at')
    .orderBy('lot_id')
    .execute();
}

/** What changed the bonus book: the kind of its transaction, and kopecks, negative for what left it. */
export interface BonusMovementRow {
  transaction_id: string;
  created_at: Date;
  kind: 'bonus_posting' | 'bonus_spending' | 'bonus_expiry';
  amount: Kopecks;
}

/** At most `limit` movements of the bonus book, newest first, behind the transaction `after`. */
export async function readBonusMovements(
  db: Reader,
  query: { accountId: bigint; after?: string | undefined; limit: number },
): Promise<BonusMovementRow[]> {
  const { accountId, after, limit } = query;
  const behind =
    after === undefined
      ? sql`true`
      : sql`(t.created_at, t.transaction_id) < (
          select created_at, transaction_id from ledger_transactions
          where account_id = ${accountId} and transaction_id = ${after}::uuid)`;
  const { rows } = await sql<BonusMovementRow>`
    select t.transaction_id, t.created_at, t.kind, sum(p.amount)::bigint as amount
    from ledger_transactions t join postings p using (account_id, transaction_id)
    where t.account_id = ${accountId} and p.book = 'bonus'
      and t.kind in ('bonus_posting', 'bonus_spending', 'bonus_expiry') and ${behind}
    group by t.account_id, t.transaction_id
    order by t.created_at desc, t.transaction_id desc limit ${limit}`.execute(db);
  return rows;
}
