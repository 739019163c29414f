import { type RegionRow, readRegions, readTakenLogins } from '../../storage/issues/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { listOpenTariffs, type TariffRow } from '../../storage/tariffs/reader.ts';
import {
  type Issuer,
  type LineOrder,
  loginsOf,
  type OrderFacts,
  type OrderProblem,
  problemsOf,
} from './rules.ts';

/** What is known of everything that orders of a member name. */
export async function readOrderFacts(
  db: Reader,
  orders: readonly LineOrder[],
  issuer: Issuer,
): Promise<OrderFacts> {
  return {
    takenLogins: await readTakenLogins(db, orders.flatMap(loginsOf)),
    ...(await issueOptions(db, issuer)),
  };
}

/** The checks of each order by itself (R16); one that would collide with another of them is found when it is issued. */
export async function checkOrders(
  db: Reader,
  orders: readonly LineOrder[],
  issuer: Issuer,
): Promise<(OrderProblem & { order: number })[]> {
  const facts = await readOrderFacts(db, orders, issuer);
  return orders.flatMap((each, order) =>
    problemsOf(each, facts, issuer).map((problem) => ({ ...problem, order })),
  );
}

/** What credentials can be issued for: the regions that the member serves, and the open tariffs. */
export async function issueOptions(
  db: Reader,
  { regionId }: Issuer,
): Promise<{ regions: RegionRow[]; openTariffs: TariffRow[] }> {
  return { regions: await readRegions(db, regionId), openTariffs: await listOpenTariffs(db) };
}
