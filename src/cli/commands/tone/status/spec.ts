import { command } from '../../../spec.ts';

export const toneStatusList = command({
  words: 'tone status list',
  summary: 'tone.status-list',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {},
  examples: ['lisa tone status list', 'lisa tone status list --json'],
});

export const toneStatusSet = command({
  words: 'tone status set',
  summary: 'tone.status-set',
  description: 'tone.status-set-description',
  kind: 'mutation',
  operands: { status: { name: 'STATUS', summary: 'tone.status-operand', required: false } },
  options: {
    minutes: {
      type: 'integer',
      minimum: 1,
      maximum: 43_200,
      value: 'MINUTES',
      summary: 'tone.minutes-option',
    },
  },
  examples: ['lisa tone status set driving --minutes 90', 'lisa tone status set "In a meeting" --yes'],
});

export const toneStatusClear = command({
  words: 'tone status clear',
  summary: 'tone.status-clear',
  kind: 'mutation',
  operands: {},
  options: {},
  examples: ['lisa tone status clear', 'lisa tone status clear --yes'],
});
