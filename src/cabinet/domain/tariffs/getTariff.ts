import type { Settings } from '../../settings.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { readTariff } from '../../storage/tariffs/reader.ts';
import { switchNotBefore } from './rules.ts';

/** The tariff of the line, and when it may be switched (R7). */
export async function getTariff(db: Reader, accountId: bigint, now: Date, settings: Settings) {
  const line = await readLine(db, accountId);
  return {
    line,
    tariff: await readTariff(db, line.tariff_id),
    switchNotBefore: switchNotBefore(line.switched_at, now, settings),
  };
}
