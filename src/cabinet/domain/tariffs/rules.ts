import type { Kopecks } from '../../../shared/money.ts';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import type { BucketRow } from '../../storage/account/buckets.ts';
import type { LineRow } from '../../storage/lines/reader.ts';
import type { TariffRow } from '../../storage/tariffs/reader.ts';
import { type Posting, refuseUnlessCovered } from '../ledger/rules.ts';
import { refuseUnlessActive } from '../lines/rules.ts';
import { type Refused, refuse } from '../outcome.ts';

const SECONDS_PER_MINUTE = 60n;
const BYTES_PER_MEGABYTE = 1n << 20n;

/** R7: the earliest moment of the next switch; null when it is not in the future. */
export function switchNotBefore(switchedAt: Date | null, now: Date, settings: Settings): Date | null {
  if (switchedAt === null) return null;
  const notBefore = plus(switchedAt, settings.tariffSwitchEveryMs);
  return notBefore > now ? notBefore : null;
}

/** R7: what a switch takes at once, in kopecks: the switch price and the first fee. */
export function switchTotal(tariff: Pick<TariffRow, 'switch_price' | 'fee'>): Kopecks {
  return tariff.switch_price + tariff.fee;
}

export interface SwitchFacts {
  line: Pick<LineRow, 'state' | 'blocked_until' | 'tariff_id' | 'switched_at'>;
  /** The tariff that was asked for; undefined when there is no such tariff. */
  tariff: Pick<TariffRow, 'tariff_id' | 'open' | 'switch_price' | 'fee'> | undefined;
  wallet: Kopecks;
}

/**
 * Why a switch is refused (R7), in a fixed order: the line, the tariff, the calendar, and money last, so that
 * nobody tops up for a switch that would be refused anyway. Null when it may happen.
 */
export function refuseSwitch(
  { line, tariff, wallet }: SwitchFacts,
  now: Date,
  settings: Settings,
): Refused | null {
  const notActive = refuseUnlessActive(line, now);
  if (notActive) return notActive;
  if (!tariff) return refuse({ kind: 'tariff_not_available' });
  if (tariff.tariff_id === line.tariff_id) return refuse({ kind: 'tariff_already_active' });
  if (!tariff.open) return refuse({ kind: 'tariff_not_available' });
  const notBefore = switchNotBefore(line.switched_at, now, settings);
  if (notBefore) return refuse({ kind: 'tariff_switch_too_soon', notBefore });
  return refuseUnlessCovered(wallet, switchTotal(tariff));
}

/** The movement of a switch: from the wallet to two kinds of revenue; empty when it costs nothing. */
export function switchPostings(tariff: Pick<TariffRow, 'switch_price' | 'fee'>): Posting[] {
  const postings: Posting[] = [
    { book: 'wallet', amount: -switchTotal(tariff) },
    { book: 'revenue.tariff', amount: tariff.switch_price },
    { book: 'revenue.tariff', amount: tariff.fee },
  ];
  return postings.filter((posting) => posting.amount !== 0n);
}

/** R7: packages that a switch at this moment would lose: those of the tariff with something left. */
export function lostBuckets(buckets: readonly BucketRow[]): BucketRow[] {
  return buckets.filter((bucket) => bucket.offer_id === null && bucket.remaining > 0n);
}

/** R8: whether something happens every 30 days: a fee is taken, or packages begin anew. */
export function isPeriodic(tariff: Pick<TariffRow, 'fee' | 'minutes' | 'sms' | 'data_megabytes'>): boolean {
  return tariff.fee > 0n || packagesOf(tariff).length > 0;
}

type Package = Pick<BucketRow, 'usage_type' | 'unit' | 'initial'>;

/** The packages of a tariff for one period, in the unit they are spent in; none for what it does not include. */
export function packagesOf(tariff: Pick<TariffRow, 'minutes' | 'sms' | 'data_megabytes'>): Package[] {
  const packages: Package[] = [
    { usage_type: 'voice', unit: 'second', initial: BigInt(tariff.minutes) * SECONDS_PER_MINUTE },
    { usage_type: 'sms', unit: 'message', initial: BigInt(tariff.sms) },
    { usage_type: 'data', unit: 'byte', initial: BigInt(tariff.data_megabytes) * BYTES_PER_MEGABYTE },
  ];
  return packages.filter((each) => each.initial > 0n);
}
