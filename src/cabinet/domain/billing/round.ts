import { DAY_MS } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import * as advance from '../../storage/billing/advance.ts';
import type { DueKind } from '../../storage/billing/dues.ts';
import { openItems, type Tally, takeFirstDue, tallyItems } from '../../storage/billing/items.ts';
import { moveMoney } from '../../storage/billing/movements.ts';
import type { Writer } from '../../storage/schema.ts';
import { BONUS_HOUR } from '../bonus/rules.ts';
import { packagesOf } from '../tariffs/rules.ts';
import { movementsOf } from './kinds.ts';

/**
 * Does the first thing that is due of each account, all of them at once: what comes next of an account is the next round's.
 * The caller holds the locks of the accounts.
 * @returns what became of them; empty when nothing was due
 */
export async function billFirst(
  tx: Writer,
  { accountIds, until, settings }: { accountIds: readonly bigint[]; until: Date; settings: Settings },
): Promise<Tally[]> {
  await openItems(tx);
  const kinds = await takeFirstDue(tx, { accountIds, until, toneDailyFee: settings.toneDailyFee });
  if (kinds.size === 0) return [];
  if (kinds.has('gift')) await advance.expireGifts(tx);
  if (kinds.has('bonus')) await advance.rateBonuses(tx, bonusTerms(settings));
  const movements = movementsOf(kinds);
  if (movements.length > 0) await moveMoney(tx, movements);
  for (const kind of kinds) await goOn[kind](tx, settings);
  return tallyItems(tx);
}

/** What changes beside the money. */
const goOn: Record<DueKind, (tx: Writer, settings: Settings) => Promise<void>> = {
  gift: advance.retryAfterGifts,
  promise: advance.settlePromises,
  tariff: async (tx, { tariffPeriodMs }) => {
    const tariffs = await advance.readDueTariffs(tx);
    const packages = tariffs.flatMap((tariff) =>
      packagesOf(tariff).map((each) => ({ ...each, tariff_id: tariff.tariff_id })),
    );
    await advance.advanceTariffs(tx, packages, tariffPeriodMs);
  },
  service: (tx) => advance.advanceServices(tx, DAY_MS),
  tone: (tx) => advance.advanceTones(tx, DAY_MS),
  melody: (tx, { melodyPeriodMs }) => advance.advanceMelodies(tx, melodyPeriodMs),
  bonus: (tx, settings) => advance.postBonuses(tx, bonusTerms(settings)),
  bonus_lot: advance.emptyLots,
  offer: advance.expireOffers,
  block: advance.disconnectLines,
};

function bonusTerms({ bonusRates, bonusPostingDay, bonusMonths }: Settings): advance.BonusTerms {
  return { rates: bonusRates, postingDay: bonusPostingDay, postingHour: BONUS_HOUR, lotMonths: bonusMonths };
}
