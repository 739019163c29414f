import { command } from '../../spec.ts';

export const balance = command({
  words: 'balance',
  summary: 'balance.summary',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {
    failBelow: { type: 'amount', value: 'AMOUNT', summary: 'balance.fail-below' },
  },
  examples: ['lisa balance', 'lisa balance --json', 'lisa balance --fail-below 100 || echo "top up"'],
});
