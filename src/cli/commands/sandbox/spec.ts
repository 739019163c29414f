import { command } from '../../spec.ts';

export const sandboxStart = command({
  words: 'sandbox start',
  summary: 'sandbox.start-summary',
  description: 'sandbox.start-description',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa sandbox start', 'lisa sandbox start --json'],
});

export const sandboxStop = command({
  words: 'sandbox stop',
  summary: 'sandbox.stop-summary',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa sandbox stop'],
});

export const sandboxStatus = command({
  words: 'sandbox status',
  summary: 'sandbox.status-summary',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa sandbox status', 'lisa sandbox status --json'],
});

export const sandboxReset = command({
  words: 'sandbox reset',
  summary: 'sandbox.reset-summary',
  description: 'sandbox.reset-description',
  kind: 'mutation',
  operands: {},
  options: {},
  examples: ['lisa sandbox reset', 'lisa sandbox reset --yes'],
});

export const sandboxClockShow = command({
  words: 'sandbox clock show',
  summary: 'sandbox.clock-show-summary',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa sandbox clock show'],
});

export const sandboxClockAdvance = command({
  words: 'sandbox clock advance',
  summary: 'sandbox.clock-advance-summary',
  description: 'sandbox.clock-advance-description',
  kind: 'data',
  operands: {
    duration: { name: 'DURATION', summary: 'sandbox.duration', required: true },
  },
  options: {},
  examples: ['lisa sandbox clock advance 14m59s', 'lisa sandbox clock advance 30d'],
});

export const sandboxClockReset = command({
  words: 'sandbox clock reset',
  summary: 'sandbox.clock-reset-summary',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa sandbox clock reset'],
});
