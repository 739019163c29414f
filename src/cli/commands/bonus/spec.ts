import { command } from '../../spec.ts';

export const bonusShow = command({
  words: 'bonus show',
  summary: 'bonus.show',
  description: 'bonus.show-description',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {},
  examples: ['lisa bonus show', 'lisa bonus show --json'],
});

export const bonusHistory = command({
  words: 'bonus history',
  summary: 'bonus.history',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {},
  examples: ['lisa bonus history', 'lisa bonus history --json'],
});

export const bonusSpend = command({
  words: 'bonus spend',
  summary: 'bonus.spend',
  description: 'bonus.spend-description',
  kind: 'mutation',
  operands: { amount: { name: 'AMOUNT', summary: 'bonus.amount-operand', required: true } },
  options: {},
  examples: ['lisa bonus spend 10 --dry-run', 'lisa bonus spend 10 --yes'],
});
