import { readBuckets } from '../../storage/account/buckets.ts';
import { readBalances } from '../../storage/ledger/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { readTariff } from '../../storage/tariffs/reader.ts';
import { lineState } from '../lines/rules.ts';

/** Money, state of the line and the packages that are valid at `now`. */
export async function getBalance(db: Reader, accountId: bigint, now: Date) {
  const line = await readLine(db, accountId);
  return {
    line,
    state: lineState(line, now),
    balances: await readBalances(db, accountId),
    tariff: await readTariff(db, line.tariff_id),
    remains: await readBuckets(db, accountId, now),
  };
}
