import type { Writer } from '../schema.ts';
import type { PromiseRow } from './reader.ts';

export async function insertPromise(tx: Writer, row: PromiseRow): Promise<void> {
  await tx.insertInto('promised_payments').values(row).execute();
}
