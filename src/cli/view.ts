import type { View } from '../client/client.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { askReason } from './staff/reason.ts';

/** `--as` and `--reason` as they were typed. */
export interface TypedView {
  subscriber: string | undefined;
  reason: string | undefined;
}

/**
 * Whom a member of the staff looks at and why; undefined without `--as`. A terminal is asked for the reason, and told
 * as whom it looks.
 * @throws UsageError for one without the other
 */
export async function viewOf(context: Context): Promise<View | undefined> {
  const { subscriber, reason } = context.view;
  if (subscriber === undefined) {
    if (reason !== undefined) throw new UsageError('view.reason-alone');
    return undefined;
  }
  if (subscriber.trim() === '') throw new UsageError('view.nobody');
  if (reason === undefined && !context.interactive) throw new UsageError('view.reason-missing');
  const view = { subscriber: subscriber.trim(), reason: await askReason(context, reason) };
  if (context.host.stderr.isTTY === true) context.say('view.banner', { subscriber: view.subscriber });
  return view;
}
