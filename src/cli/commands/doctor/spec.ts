import { command } from '../../spec.ts';

export const doctor = command({
  words: 'doctor',
  summary: 'doctor.summary',
  description: 'doctor.description',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa doctor', 'lisa doctor --json'],
});
