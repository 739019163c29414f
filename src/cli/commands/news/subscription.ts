import type { Static } from 'typebox';
import type { NewsSubscription } from '../../../contract/operations/news.ts';
import { cell } from '../../render/cells.ts';
import type { Fields } from '../../render/result.ts';

/** Whether news come by SMS, and since when. */
export function subscriptionFields({ subscribed, since }: Static<typeof NewsSubscription>): Fields {
  const value = subscribed ? cell.word('on', 'news.by-sms-on') : cell.word('off', 'news.by-sms-off');
  return {
    kind: 'fields',
    rows: [
      { key: 'by_sms', label: 'news.by-sms', value },
      ...(since === null ? [] : [{ key: 'since', label: 'news.since', value: cell.instant(since) } as const]),
    ],
  };
}
