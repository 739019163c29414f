import { command } from '../../spec.ts';

export const logout = command({
  words: 'logout',
  summary: 'logout.summary',
  description: 'logout.description',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa logout', 'lisa logout --profile home'],
});
