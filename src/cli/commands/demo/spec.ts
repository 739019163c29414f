import { command } from '../../spec.ts';

export const demo = command({
  words: 'demo',
  summary: 'demo.summary',
  description: 'demo.description',
  kind: 'plain',
  operands: {},
  options: {},
  examples: ['lisa demo', 'lisa demo --lang ru'],
});
