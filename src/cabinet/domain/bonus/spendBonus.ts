import type { Random } from '../../../shared/clock.ts';
import type { Kopecks } from '../../../shared/money.ts';
import type { Settings } from '../../settings.ts';
import { readLots } from '../../storage/bonus/reader.ts';
import { updateLots } from '../../storage/bonus/writer.ts';
import { readBalances } from '../../storage/ledger/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import { moneyCameIn } from '../billing/moneyCameIn.ts';
import { post } from '../ledger/post.ts';
import { done, type Outcome } from '../outcome.ts';
import { movementNames } from '../usage/movements.ts';
import { bonusBalance, refuseSpending, spendingPostings, spendOldest } from './rules.ts';

export interface BonusSpending {
  spent: Kopecks;
  bonusBefore: Kopecks;
  bonusAfter: Kopecks;
  balanceBefore: Kopecks;
  /** What had waited for money and was taken at once (R8, R10). */
  feesTaken: Kopecks;
  balanceAfter: Kopecks;
}

/**
 * Moves bonuses to the wallet, a rouble for a rouble, oldest lots first (R13); what was paused for want of money is tried
 * at once. The caller's transaction holds the lock of the account. Refused as `refuseSpending` says.
 */
export async function spendBonus(
  tx: Writer,
  request: { accountId: bigint; amount: Kopecks; now: Date; random: Random; settings: Settings },
): Promise<Outcome<BonusSpending>> {
  const { accountId, amount, now, random, settings } = request;
  const line = await readLine(tx, accountId);
  const lots = await readLots(tx, accountId, now);
  const available = bonusBalance(lots);
  const refusal = refuseSpending({ line, available, amount }, now);
  if (refusal) return refusal;
  const before = await readBalances(tx, accountId);
  await updateLots(tx, accountId, spendOldest(lots, amount));
  await post(tx, {
    accountId,
    kind: 'bonus_spending',
    details: {},
    detail: { type: 'bonus', service: movementNames.bonusSpent() },
    postings: spendingPostings(amount),
    at: now,
    random,
  });
  await moneyCameIn(tx, { accountId, at: now, topUp: false, settings });
  const after = await readBalances(tx, accountId);
  return done({
    spent: amount,
    bonusBefore: available,
    bonusAfter: available - amount,
    balanceBefore: before.wallet,
    feesTaken: before.wallet + amount - after.wallet,
    balanceAfter: after.wallet,
  });
}
