import type { Settings } from '../../settings.ts';
import { readAccount } from '../../storage/account/reader.ts';
import { readLots } from '../../storage/bonus/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { bonusBalance, bonusPercent } from './rules.ts';

/** The bonus account at `now` (R13). What has expired is not counted, whether or not it was written off already. */
export async function getBonus(
  db: Reader,
  { accountId, now, settings }: { accountId: bigint; now: Date; settings: Settings },
) {
  const account = await readAccount(db, accountId);
  const lots = await readLots(db, accountId, now);
  return {
    balance: bonusBalance(lots),
    percent: bonusPercent(account.contract_date, now, account.time_zone, settings),
    nextPostingAt: account.bonus_due_at,
    lots,
  };
}
