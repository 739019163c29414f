import { command } from '../../spec.ts';

const operands = { service: { name: 'SERVICE', summary: 'service.operand', required: false } } as const;

export const serviceList = command({
  words: 'service list',
  summary: 'service.list',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {
    connected: { type: 'flag', summary: 'service.connected-option' },
    available: { type: 'flag', summary: 'service.available-option' },
    category: { type: 'text', value: 'CATEGORY', summary: 'service.category-option' },
  },
  examples: [
    'lisa service list',
    'lisa service list --connected',
    'lisa service list --category roaming --json',
  ],
});

export const serviceShow = command({
  words: 'service show',
  summary: 'service.show',
  kind: 'data',
  subscriberReads: true,
  operands,
  options: {},
  examples: ['lisa service show night-internet', 'lisa service show voicemail --json'],
});

export const serviceConnect = command({
  words: 'service connect',
  summary: 'service.connect',
  description: 'service.connect-description',
  kind: 'mutation',
  operands,
  options: {},
  examples: [
    'lisa service connect',
    'lisa service connect night-internet --dry-run',
    'lisa service connect night-internet --yes',
  ],
});

export const serviceDisconnect = command({
  words: 'service disconnect',
  summary: 'service.disconnect',
  description: 'service.disconnect-description',
  kind: 'mutation',
  operands,
  options: {},
  examples: [
    'lisa service disconnect',
    'lisa service disconnect call-waiting --dry-run',
    'lisa service disconnect call-waiting --yes',
  ],
});
