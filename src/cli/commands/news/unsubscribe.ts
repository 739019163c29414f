import { unsubscribeFromNews } from '../../../contract/operations/news.ts';
import { mutate } from '../../mutation.ts';
import type { Run } from '../../spec.ts';
import type { newsUnsubscribe } from './spec.ts';
import { subscriptionFields } from './subscription.ts';

export const run: Run<typeof newsUnsubscribe> = (context, { yes, dryRun }) =>
  mutate(
    context,
    { yes, dryRun },
    {
      operation: unsubscribeFromNews,
      schema: 'news-unsubscribe/1',
      input: {},
      question: 'news.unsubscribe-question',
      before: (reply) => ({ blocks: [subscriptionFields(reply)] }),
      after: (reply) => ({ blocks: [subscriptionFields(reply)], notes: [{ key: 'news.next-list' }] }),
      check: 'lisa news list',
    },
  );
