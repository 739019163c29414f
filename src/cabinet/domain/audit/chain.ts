import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../storage/audit/reader.ts';

/** What stands in the place of a hash before the first row. */
export const GENESIS = Buffer.alloc(32);

/**
 * The hash of a row of the trail: SHA-256 over the hash before it and everything the row says, in an order and a writing
 * that never change. Milliseconds are all that the database keeps of a moment.
 */
export function chainHash(previous: Buffer, sequence: bigint, entry: AuditEntry): Buffer {
  const { at, member, role, office, action, subject, reason, source, result, dry_run, request_id } = entry;
  const said = [member, role, office, action, subject, reason, source, result, dry_run, request_id];
  const written = JSON.stringify([sequence.toString(), at.toISOString(), ...said]);
  return createHash('sha256').update(previous).update(written).digest();
}
