import { insertRows } from '../storage/bulk.ts';
import type { Database, Writer } from '../storage/schema.ts';
import { catalogue } from './index.ts';

/** Fills an empty catalogue with the reference operator's; one that has a region is left as it is. @returns whether it was filled */
export async function installCatalogue(tx: Writer): Promise<boolean> {
  const region = await tx.selectFrom('regions').select('region_id').limit(1).executeTakeFirst();
  if (region !== undefined) return false;
  for (const [table, rows] of Object.entries(catalogue)) await insertRows(tx, table as keyof Database, rows);
  return true;
}
