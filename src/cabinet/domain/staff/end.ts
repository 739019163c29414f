import type { Writer } from '../../storage/schema.ts';
import { findStaffSession, type StaffSessionRow } from '../../storage/staff/reader.ts';
import { endStaffSession } from '../../storage/staff/sessions.ts';

/** Ends the session whose token has this SHA-256, at its member's wish; undefined when none had to be ended. */
export async function endCurrentStaffSession(
  tx: Writer,
  tokenHash: Buffer,
  now: Date,
): Promise<StaffSessionRow | undefined> {
  return (await endStaffSession(tx, tokenHash, now)) ? findStaffSession(tx, tokenHash) : undefined;
}
