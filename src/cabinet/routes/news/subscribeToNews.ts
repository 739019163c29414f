import { operations } from '../../../contract/index.ts';
import { subscribeToNews } from '../../domain/news/subscription.ts';
import { mapDone } from '../../domain/outcome.ts';
import { mutation } from '../../http/route.ts';
import { subscriptionToWire } from './shape.ts';

export const subscribeToNewsRoute = mutation(operations.subscribeToNews, async (tx, { subject, now }) => {
  const { accountId, timeZone } = subject;
  const outcome = await subscribeToNews(tx, accountId, now);
  return mapDone(outcome, (since) => subscriptionToWire(since, timeZone));
});
