import type { Insertable } from 'kysely';
import type { Writer } from '../schema.ts';
import type { LineServicesTable } from '../schema-catalogues.ts';

/** Connects a service that the line does not have; the caller holds the lock of the account. */
export async function insertLineService(tx: Writer, row: Insertable<LineServicesTable>): Promise<void> {
  await tx.insertInto('line_services').values(row).execute();
}

/** Takes a service from a line. */
export async function deleteLineService(tx: Writer, accountId: bigint, serviceId: string): Promise<void> {
  await tx
    .deleteFrom('line_services')
    .where('account_id', '=', accountId)
    .where('service_id', '=', serviceId)
    .execute();
}
