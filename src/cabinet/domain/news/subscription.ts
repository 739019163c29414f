import { readLine } from '../../storage/lines/reader.ts';
import { readNewsSubscription } from '../../storage/news/reader.ts';
import { deleteNewsSubscription, insertNewsSubscription } from '../../storage/news/writer.ts';
import type { Writer } from '../../storage/schema.ts';
import { lineState } from '../lines/rules.ts';
import { done, type Outcome, refuse } from '../outcome.ts';

/**
 * Subscribes to the news by SMS (R15: opt-in); free, and nothing changes for who is subscribed already. Answers since
 * when it is so. Refused as `line_disconnected`.
 */
export async function subscribeToNews(tx: Writer, accountId: bigint, now: Date): Promise<Outcome<Date>> {
  const line = await readLine(tx, accountId);
  if (lineState(line, now) === 'disconnected') return refuse({ kind: 'line_disconnected' });
  await insertNewsSubscription(tx, accountId, now);
  return done((await readNewsSubscription(tx, accountId)) ?? now);
}

/** Ends the subscription; nothing changes for who is not subscribed. Any line may: nobody is kept on a list. */
export async function unsubscribeFromNews(tx: Writer, accountId: bigint): Promise<void> {
  await deleteNewsSubscription(tx, accountId);
}
