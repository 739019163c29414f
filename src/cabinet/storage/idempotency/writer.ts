import type { IdempotencyKeysTable, Writer } from '../schema.ts';

/** Keeps the outcome of a mutation under its key, in the transaction of its effects. */
export async function insertReply(
  tx: Writer,
  stored: Omit<IdempotencyKeysTable, 'reply'> & { reply: unknown },
): Promise<void> {
  const reply = JSON.stringify(stored.reply ?? null);
  await tx
    .insertInto('idempotency_keys')
    .values({ ...stored, reply })
    .execute();
}
