import type { Settings } from '../../settings.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { type Sim, simOf } from './rules.ts';

/** The state of the subscriber's SIM (R9). */
export async function getSim(db: Reader, accountId: bigint, now: Date, settings: Settings): Promise<Sim> {
  return simOf(await readLine(db, accountId), now, settings);
}
