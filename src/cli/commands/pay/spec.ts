import { command } from '../../spec.ts';

export const pay = command({
  words: 'pay',
  summary: 'pay.summary',
  description: 'pay.description',
  kind: 'mutation',
  operands: { amount: { name: 'AMOUNT', summary: 'pay.amount-operand', required: true } },
  options: {
    noOpen: { type: 'flag', summary: 'pay.no-open' },
    noWait: { type: 'flag', summary: 'pay.no-wait' },
  },
  examples: ['lisa pay 300', 'lisa pay 300 --dry-run', 'lisa pay 300 --yes --no-wait --json'],
});
