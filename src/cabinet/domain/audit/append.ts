import type { AuditEntry } from '../../storage/audit/reader.ts';
import { lockAuditHead, moveAuditHead, writeAuditRow } from '../../storage/audit/writer.ts';
import type { Writer } from '../../storage/schema.ts';
import { chainHash } from './chain.ts';

/** Where the trail ends: noted elsewhere, it proves later that nothing before it was touched. */
export interface AuditAnchor {
  sequence: bigint;
  hash: Buffer;
}

/**
 * Appends an act of the staff to the trail (R16). One row follows another, so the end of the trail is locked until the
 * transaction ends: this is the last thing that a transaction does.
 */
export async function appendAudit(tx: Writer, entry: AuditEntry): Promise<AuditAnchor> {
  const head = await lockAuditHead(tx);
  const sequence = head.sequence + 1n;
  const hash = chainHash(head.hash, sequence, entry);
  await writeAuditRow(tx, { ...entry, sequence, hash });
  await moveAuditHead(tx, { sequence, hash });
  return { sequence, hash };
}
