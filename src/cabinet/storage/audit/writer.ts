import type { Writer } from '../schema.ts';
import type { StaffAuditTable } from '../schema-staff.ts';

type AuditHead = Pick<StaffAuditTable, 'sequence' | 'hash'>;

/** The end of the trail, which is nobody else's until the transaction ends. */
export function lockAuditHead(tx: Writer): Promise<AuditHead> {
  return tx.selectFrom('staff_audit_head').select(['sequence', 'hash']).forUpdate().executeTakeFirstOrThrow();
}

export async function writeAuditRow(tx: Writer, row: StaffAuditTable): Promise<void> {
  await tx.insertInto('staff_audit').values(row).execute();
}

export async function moveAuditHead(tx: Writer, head: AuditHead): Promise<void> {
  await tx.updateTable('staff_audit_head').set(head).execute();
}
