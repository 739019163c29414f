import type { Kopecks } from '../../../shared/money.ts';
import {
  countLedger,
  findDiffering,
  findMissing,
  findUnbacked,
  findUnbalanced,
} from '../../storage/ledger/audit.ts';
import type { Reader } from '../../storage/schema.ts';
import { subscriberBooks } from './rules.ts';

/** Something that a sound ledger never shows. */
export type LedgerFinding =
  | { kind: 'unbalanced_transaction'; accountId: bigint; transactionId: string; sum: Kopecks }
  | { kind: 'balance_differs'; accountId: bigint; book: string; balance: Kopecks; postings: Kopecks }
  | { kind: 'book_missing'; accountId: bigint; book: string }
  | { kind: 'book_unbacked'; accountId: bigint; book: string; balance: Kopecks; owed: Kopecks };

export interface LedgerReport {
  accounts: bigint;
  transactions: bigint;
  postings: bigint;
  /** Empty for a sound ledger; at most `limit` of each kind. */
  findings: LedgerFinding[];
}

/**
 * The ledger's self-check (api.md): every transaction sums to zero, every balance equals its postings, every book of a
 * subscriber has a balance; what is set aside equals the gifts that wait for an answer (R11), the bonus account its lots
 * (R13). It may run beside live traffic: each check is one statement, and what a transaction
 * changes becomes visible all at once.
 */
export async function verifyLedger(db: Reader, limit = 100): Promise<LedgerReport> {
  const counts = await countLedger(db);
  const unbalanced = await findUnbalanced(db, limit);
  const differing = await findDiffering(db, subscriberBooks, limit);
  const missing = await findMissing(db, subscriberBooks, limit);
  const hold = await findUnbacked(db, 'hold', limit);
  const bonus = await findUnbacked(db, 'bonus', limit);
  return {
    ...counts,
    findings: [
      ...unbalanced.map((row) => ({ kind: 'unbalanced_transaction' as const, ...row })),
      ...differing.map((row) => ({ kind: 'balance_differs' as const, ...row })),
      ...missing.map((row) => ({ kind: 'book_missing' as const, ...row })),
      ...hold.map((row) => ({ kind: 'book_unbacked' as const, book: 'hold', ...row })),
      ...bonus.map((row) => ({ kind: 'book_unbacked' as const, book: 'bonus', ...row })),
    ],
  };
}
