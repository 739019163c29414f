import { command } from '../../spec.ts';

export const help = command({
  words: 'help',
  summary: 'help.summary',
  kind: 'plain',
  operands: {
    words: { name: 'WORD', summary: 'help.words', required: false, variadic: true, complete: 'help-topic' },
  },
  options: {},
  examples: ['lisa help', 'lisa help exit-codes', 'lisa help tariff switch'],
});
