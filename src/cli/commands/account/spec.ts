import { command } from '../../spec.ts';

export const accountShow = command({
  words: 'account show',
  summary: 'account.show',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {},
  examples: ['lisa account show', 'lisa account show --json'],
});
