import { openBooks } from '../../storage/ledger/writer.ts';
import type { Writer } from '../../storage/schema.ts';
import { subscriberBooks } from './rules.ts';

/** Opens the books of a new subscriber at zero, so that every book has a balance from its first day. */
export async function openSubscriberBooks(tx: Writer, accountId: bigint): Promise<void> {
  await openBooks(tx, accountId, subscriberBooks);
}
