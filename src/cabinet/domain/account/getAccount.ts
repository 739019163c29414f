import type { Settings } from '../../settings.ts';
import { readAccount } from '../../storage/account/reader.ts';
import { readLots } from '../../storage/bonus/reader.ts';
import { readBalances } from '../../storage/ledger/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import { readNewsSubscription } from '../../storage/news/reader.ts';
import { findOpenPromise } from '../../storage/promises/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { readTariff } from '../../storage/tariffs/reader.ts';
import { readToneServiceState } from '../../storage/tones/reader.ts';
import { bonusBalance } from '../bonus/rules.ts';
import { lineState } from '../lines/rules.ts';
import { baseRatesSince, readFees } from './fees.ts';

/** Everything the cabinet knows about a subscriber besides history: contract, line, tariff, balances, what is paid when. */
export async function getAccount(db: Reader, accountId: bigint, now: Date, settings: Settings) {
  const line = await readLine(db, accountId);
  const tariff = await readTariff(db, line.tariff_id);
  const state = lineState(line, now);
  return {
    account: await readAccount(db, accountId),
    line,
    state,
    blockedUntil: state === 'blocked' ? line.blocked_until : null,
    baseRatesSince: baseRatesSince(line, state),
    balances: await readBalances(db, accountId),
    tariff,
    toneService: await readToneServiceState(db, accountId),
    fees: await readFees(db, line, { tariff, state, settings }),
    promise: await findOpenPromise(db, accountId),
    bonus: bonusBalance(await readLots(db, accountId, now)),
    news: (await readNewsSubscription(db, accountId)) !== null,
  };
}
