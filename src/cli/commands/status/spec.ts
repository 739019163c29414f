import { command } from '../../spec.ts';

export const status = command({
  words: 'status',
  summary: 'status.summary',
  description: 'status.description',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa status', 'lisa status --json'],
});
