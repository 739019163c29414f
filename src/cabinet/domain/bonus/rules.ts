import { divideHalfUp, type Kopecks } from '../../../shared/money.ts';
import { addMonths, type CalendarDay, HOUR_MS, localDate, plus, startOfDay } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import type { LotRow } from '../../storage/bonus/reader.ts';
import { tenureReached } from '../account/tenure.ts';
import { monthsAfter } from '../billing/months.ts';
import type { Posting } from '../ledger/rules.ts';
import { type Line, lineState } from '../lines/rules.ts';
import { type Refused, refuse } from '../outcome.ts';

/** R13: bonuses are posted at this hour of the region. */
export const BONUS_HOUR = 6;

/** R13: the first posting behind a moment, on the posting day of its month or of the next one. */
export function nextPosting(after: Date, timeZone: string, { bonusPostingDay: day }: Settings): Date {
  const today = localDate(after, timeZone);
  const postingIn = ({ year, month }: CalendarDay) =>
    plus(startOfDay({ year, month, day }, timeZone), BONUS_HOUR * HOUR_MS);
  const first = postingIn(today);
  return first > after ? first : postingIn(addMonths({ ...today, day: 1 }, 1));
}

/**
 * R13: the percent that a contract of this date (`YYYY-MM-DD`) earns at a moment: that of the last step whose months have
 * passed.
 */
export function bonusPercent(
  contractDate: string,
  at: Date,
  timeZone: string,
  { bonusRates }: Pick<Settings, 'bonusRates'>,
): number {
  const rate = bonusRates.findLast(
    ({ fromMonths }) => fromMonths === 0 || tenureReached(contractDate, fromMonths, timeZone) <= at,
  );
  return rate?.percent ?? 0;
}

/** R13: the bonus for what was spent, in kopecks, half up (R5). */
export function bonusFor(spent: Kopecks, percent: number): Kopecks {
  return divideHalfUp(spent * BigInt(percent), 100n);
}

/** R13: when a lot that was granted at a moment is lost: the same time of day, calendar months later. */
export function bonusExpiry(grantedAt: Date, timeZone: string, settings: Settings): Date {
  return monthsAfter(grantedAt, settings.bonusMonths, timeZone);
}

type Lot = Pick<LotRow, 'lot_id' | 'remaining'>;

/** What is left to spend, in kopecks. */
export function bonusBalance(lots: readonly Pick<LotRow, 'remaining'>[]): Kopecks {
  return lots.reduce((sum, lot) => sum + lot.remaining, 0n);
}

/**
 * Why bonuses cannot be spent (R13): the line, then the bonuses. A blocked line may: it is money that comes in. Null when
 * they can.
 */
export function refuseSpending(
  { line, available, amount }: { line: Line; available: Kopecks; amount: Kopecks },
  now: Date,
): Refused | null {
  if (lineState(line, now) === 'disconnected') return refuse({ kind: 'line_disconnected' });
  if (available < amount) return refuse({ kind: 'bonus_insufficient', needed: amount, available });
  return null;
}

/** R13: the lots that a spending changes, with what remains in each; `lots` come oldest first and are emptied so. */
export function spendOldest(lots: readonly Lot[], amount: Kopecks): Lot[] {
  const changed: Lot[] = [];
  let wanted = amount;
  for (const { lot_id, remaining } of lots) {
    if (wanted === 0n) break;
    const left = remaining - wanted;
    changed.push({ lot_id, remaining: left < 0n ? 0n : left });
    wanted = left < 0n ? -left : 0n;
  }
  return changed;
}

/** A bonus is worth a rouble: what leaves the bonus account comes into the wallet. */
export function spendingPostings(amount: Kopecks): Posting[] {
  return [
    { book: 'bonus', amount: -amount },
    { book: 'wallet', amount },
  ];
}
