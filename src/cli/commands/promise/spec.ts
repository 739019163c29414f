import { command } from '../../spec.ts';

export const promiseShow = command({
  words: 'promise show',
  summary: 'promise.show',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {},
  examples: ['lisa promise show', 'lisa promise show --json'],
});

export const promiseTake = command({
  words: 'promise take',
  summary: 'promise.take',
  description: 'promise.take-description',
  kind: 'mutation',
  operands: { amount: { name: 'AMOUNT', summary: 'promise.amount-operand', required: false } },
  options: {},
  examples: ['lisa promise take 50 --dry-run', 'lisa promise take 50 --yes'],
});
