import { command } from '../../spec.ts';

export const paymentList = command({
  words: 'payment list',
  summary: 'payment.list',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {},
  examples: ['lisa payment list', 'lisa payment list --json'],
});
