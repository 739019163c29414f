import { readAccount } from '../../storage/account/reader.ts';
import { readBalances } from '../../storage/ledger/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { readTariff } from '../../storage/tariffs/reader.ts';
import { readToneService } from '../../storage/tones/reader.ts';
import { lineState } from '../lines/rules.ts';

/** Everything the cabinet knows about a subscriber besides money's history: contract, line, tariff, balances. */
export async function getAccount(db: Reader, accountId: bigint, now: Date) {
  const line = await readLine(db, accountId);
  return {
    account: await readAccount(db, accountId),
    line,
    state: lineState(line, now),
    balances: await readBalances(db, accountId),
    tariff: await readTariff(db, line.tariff_id),
    toneService: (await readToneService(db, accountId)) ?? 'off',
  };
}
