import { type LotRow, readBonusTerms, readLots } from '../../storage/bonus/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { bonusBalance, bonusPercent } from './rules.ts';

/** The bonus account at `now` (R13). What has expired is not counted, whether or not it was written off already. */
export async function getBonus(
  db: Reader,
  { accountId, now, timeZone }: { accountId: bigint; now: Date; timeZone: string },
) {
  const terms = await readBonusTerms(db, accountId);
  const lots: LotRow[] = await readLots(db, accountId, now);
  return {
    balance: bonusBalance(lots),
    percent: bonusPercent(terms.contract_date, now, timeZone),
    nextPostingAt: terms.bonus_due_at,
    lots,
  };
}
