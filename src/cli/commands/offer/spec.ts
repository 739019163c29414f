import { command } from '../../spec.ts';

const operands = { offer: { name: 'OFFER', summary: 'offer.operand', required: false } } as const;

export const offerList = command({
  words: 'offer list',
  summary: 'offer.list',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {},
  examples: ['lisa offer list', 'lisa offer list --json'],
});

export const offerShow = command({
  words: 'offer show',
  summary: 'offer.show',
  kind: 'data',
  subscriberReads: true,
  operands,
  options: {},
  examples: ['lisa offer show data-week', 'lisa offer show data-week --json'],
});

export const offerAccept = command({
  words: 'offer accept',
  summary: 'offer.accept',
  description: 'offer.accept-description',
  kind: 'mutation',
  operands,
  options: {},
  examples: [
    'lisa offer accept',
    'lisa offer accept data-week --dry-run',
    'lisa offer accept data-week --yes',
  ],
});
