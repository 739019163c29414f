import { assert } from '../../../shared/assert.ts';
import type { Random } from '../../../shared/clock.ts';
import type { Kopecks } from '../../../shared/money.ts';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import {
  type BucketRow,
  endTariffBuckets,
  insertBuckets,
  readBuckets,
} from '../../storage/account/buckets.ts';
import { readBalances } from '../../storage/ledger/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import { updateLine } from '../../storage/lines/writer.ts';
import type { Writer } from '../../storage/schema.ts';
import { findTariff, readTariff, type TariffRow } from '../../storage/tariffs/reader.ts';
import { uuidv7 } from '../identifiers.ts';
import { charge } from '../ledger/charge.ts';
import { done, type Outcome } from '../outcome.ts';
import { movementNames } from '../usage/movements.ts';
import { isPeriodic, lostBuckets, packagesOf, refuseSwitch, switchPostings, switchTotal } from './rules.ts';

export interface TariffSwitch {
  from: TariffRow;
  to: TariffRow;
  total: Kopecks;
  lost: BucketRow[];
  balanceBefore: Kopecks;
  balanceAfter: Kopecks;
  switchedAt: Date;
  nextFeeAt: Date;
}

/**
 * Switches the line to another tariff (R7): the price and the first fee are taken in one ledger transaction, unused
 * packages are lost, the new tariff's begin; a fee that was not paid is forgotten with its tariff (R8). The caller's
 * transaction holds the lock of the account. Refused as `refuseSwitch` says.
 */
export async function switchTariff(
  tx: Writer,
  request: { accountId: bigint; tariffId: string; now: Date; random: Random; settings: Settings },
): Promise<Outcome<TariffSwitch>> {
  const { accountId, now, random, settings } = request;
  const line = await readLine(tx, accountId);
  const tariff = await findTariff(tx, request.tariffId);
  const { wallet } = await readBalances(tx, accountId);
  const refusal = refuseSwitch({ line, tariff, wallet }, now, settings);
  if (refusal) return refusal;
  assert(tariff, 'a tariff that does not exist is refused');
  const to = tariff;
  const from = await readTariff(tx, line.tariff_id);
  const lost = lostBuckets(await readBuckets(tx, accountId, now));
  const total = switchTotal(to);
  const balanceAfter = await charge(tx, wallet, {
    accountId,
    kind: 'tariff_switch',
    details: { from: from.tariff_id, to: to.tariff_id },
    detail: { type: 'service', service: movementNames.tariffSwitch(to.name_ru) },
    postings: switchPostings(to),
    at: now,
    random,
  });
  const nextFeeAt = plus(now, settings.tariffPeriodMs);
  await endTariffBuckets(tx, accountId, now);
  await insertBuckets(tx, bucketsOf(to, accountId, now, nextFeeAt, random));
  await updateLine(tx, accountId, {
    tariff_id: to.tariff_id,
    tariff_since: now,
    switched_at: now,
    next_fee_at: isPeriodic(to) ? nextFeeAt : null,
    fee_unpaid_since: null,
  });
  const balanceBefore = balanceAfter + total;
  return done({ from, to, total, lost, balanceBefore, balanceAfter, switchedAt: now, nextFeeAt });
}

function bucketsOf(
  tariff: TariffRow,
  accountId: bigint,
  from: Date,
  until: Date,
  random: Random,
): BucketRow[] {
  return packagesOf(tariff).map((each) => ({
    account_id: accountId,
    bucket_id: uuidv7(from, random),
    ...each,
    remaining: each.initial,
    valid_from: from,
    valid_until: until,
    offer_id: null,
  }));
}
