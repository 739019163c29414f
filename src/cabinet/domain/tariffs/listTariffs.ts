import { readLine } from '../../storage/lines/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { listOpenTariffs, type TariffRow } from '../../storage/tariffs/reader.ts';

/** The tariffs that the line may switch to: the open ones, without its own. */
export async function listTariffs(db: Reader, accountId: bigint): Promise<TariffRow[]> {
  const line = await readLine(db, accountId);
  const tariffs = await listOpenTariffs(db);
  return tariffs.filter((tariff) => tariff.tariff_id !== line.tariff_id);
}
