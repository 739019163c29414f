import type { Settings } from '../../settings.ts';
import { readAccount } from '../../storage/account/reader.ts';
import { findOpenPromise } from '../../storage/promises/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { promiseNotBefore } from './rules.ts';

/** The open promised payment, and what can be had (R12). */
export async function getPromise(db: Reader, accountId: bigint, now: Date, settings: Settings) {
  const { contract_date, time_zone } = await readAccount(db, accountId);
  return {
    open: await findOpenPromise(db, accountId),
    options: settings.promises,
    notBefore: promiseNotBefore(contract_date, now, time_zone, settings),
  };
}
