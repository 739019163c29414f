import { sql } from 'kysely';
import type { Writer } from '../schema.ts';
import type { StaffIdempotencyKeysTable } from '../schema-staff.ts';

/** The same key sent at once is served one after another: waits for its turn, and holds it until the transaction ends. */
export async function lockStaffKey(tx: Writer, memberId: bigint, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, ${memberId}))`.execute(tx);
}

/** Keeps the outcome of a member's mutation under its key, in the transaction of its effects. */
export async function insertStaffReply(
  tx: Writer,
  stored: Omit<StaffIdempotencyKeysTable, 'reply'> & { reply: unknown },
): Promise<void> {
  await tx
    .insertInto('staff_idempotency_keys')
    .values({ ...stored, reply: JSON.stringify(stored.reply) })
    .execute();
}
