import { operations } from '../../../contract/index.ts';
import { unsubscribeFromNews } from '../../domain/news/subscription.ts';
import { done } from '../../domain/outcome.ts';
import { mutation } from '../../http/route.ts';
import { subscriptionToWire } from './shape.ts';

export const unsubscribeFromNewsRoute = mutation(operations.unsubscribeFromNews, async (tx, { subject }) => {
  await unsubscribeFromNews(tx, subject.accountId);
  return done(subscriptionToWire(null, subject.timeZone));
});
