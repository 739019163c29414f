import { command } from '../../spec.ts';

export const newsList = command({
  words: 'news list',
  summary: 'news.list',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {
    limit: { type: 'integer', value: 'N', minimum: 1, maximum: 1000, summary: 'news.limit' },
    after: { type: 'text', value: 'NEWS', summary: 'news.after' },
  },
  examples: ['lisa news list', 'lisa news list --limit 5 --json'],
});

export const newsShow = command({
  words: 'news show',
  summary: 'news.show',
  kind: 'data',
  subscriberReads: true,
  operands: { news: { name: 'NEWS', summary: 'news.operand', required: false } },
  options: {},
  examples: ['lisa news show', 'lisa news show fraud --json'],
});

export const newsSubscribe = command({
  words: 'news subscribe',
  summary: 'news.subscribe',
  description: 'news.subscribe-description',
  kind: 'mutation',
  operands: {},
  options: {},
  examples: ['lisa news subscribe', 'lisa news subscribe --dry-run', 'lisa news subscribe --yes'],
});

export const newsUnsubscribe = command({
  words: 'news unsubscribe',
  summary: 'news.unsubscribe',
  kind: 'mutation',
  operands: {},
  options: {},
  examples: ['lisa news unsubscribe', 'lisa news unsubscribe --dry-run', 'lisa news unsubscribe --yes'],
});
