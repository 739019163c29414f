import { readBuckets } from '../../storage/account/buckets.ts';
import { readBalances } from '../../storage/ledger/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import { findOpenPromise } from '../../storage/promises/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { readTariff } from '../../storage/tariffs/reader.ts';
import { lineState } from '../lines/rules.ts';
import { baseRatesSince } from './fees.ts';

/** Money, state of the line, what is lent to it (R12) and the packages that are valid at `now`. */
export async function getBalance(db: Reader, accountId: bigint, now: Date) {
  const line = await readLine(db, accountId);
  const state = lineState(line, now);
  return {
    line,
    state,
    baseRatesSince: baseRatesSince(line, state),
    balances: await readBalances(db, accountId),
    tariff: await readTariff(db, line.tariff_id),
    promise: await findOpenPromise(db, accountId),
    remains: await readBuckets(db, accountId, now),
  };
}
