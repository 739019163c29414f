import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { read } from '../../http/route.ts';
import { readNewsSubscription } from '../../storage/news/reader.ts';
import { subscriptionToWire } from './shape.ts';

export const getNewsSubscriptionRoute = read(operations.getNewsSubscription, async (db, { subject }) => {
  const { accountId, timeZone } = subject;
  return done(subscriptionToWire(await readNewsSubscription(db, accountId), timeZone));
});
