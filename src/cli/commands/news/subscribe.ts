import { subscribeToNews } from '../../../contract/operations/news.ts';
import { mutate } from '../../mutation.ts';
import type { Run } from '../../spec.ts';
import type { newsSubscribe } from './spec.ts';
import { subscriptionFields } from './subscription.ts';

export const run: Run<typeof newsSubscribe> = (context, { yes, dryRun }) =>
  mutate(
    context,
    { yes, dryRun },
    {
      operation: subscribeToNews,
      schema: 'news-subscribe/1',
      input: {},
      question: 'news.subscribe-question',
      before: (reply) => ({ blocks: [subscriptionFields(reply)] }),
      after: (reply) => ({ blocks: [subscriptionFields(reply)], notes: [{ key: 'news.next-list' }] }),
      check: 'lisa news list',
    },
  );
