import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/period.ts';
import { listBonusHistory } from '../../domain/bonus/listBonusHistory.ts';
import { done } from '../../domain/outcome.ts';
import { read } from '../../http/route.ts';

const PAGE_ROWS = 50;

const words = { bonus_posting: 'posted', bonus_spending: 'spent', bonus_expiry: 'expired' } as const;

export const listBonusHistoryRoute = read(operations.listBonusHistory, async (db, { input, subject }) => {
  const { accountId, timeZone } = subject;
  const page = await listBonusHistory(db, { limit: PAGE_ROWS, ...input.query, accountId });
  const items = page.items.map((row) => ({
    id: row.transaction_id,
    at: formatInstant(row.created_at, timeZone),
    kind: words[row.kind],
    amount: toWire(row.amount),
  }));
  return done({ items, next: page.next });
});
