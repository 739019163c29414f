import type { usageTypes } from '../../../contract/operations/usage.ts';
import { command } from '../../spec.ts';

/** Written out here: the contract's module would load its schemas at every start. */
const TYPES = [
  'voice',
  'sms',
  'mms',
  'data',
  'service',
  'payment',
  'bonus',
] as const satisfies typeof usageTypes;

const period = {
  from: { type: 'day', value: 'DAY', summary: 'detail.from' },
  to: { type: 'day', value: 'DAY', summary: 'detail.to' },
  type: { type: 'choice', value: 'TYPE', choices: TYPES, summary: 'detail.of-type' },
} as const;

export const detailList = command({
  words: 'detail list',
  summary: 'detail.list.summary',
  description: 'detail.list.description',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {
    ...period,
    limit: { type: 'integer', value: 'N', minimum: 1, maximum: 1_000_000, summary: 'detail.limit' },
    all: { type: 'flag', summary: 'detail.all' },
    after: { type: 'text', value: 'CURSOR', summary: 'detail.after' },
  },
  examples: ['lisa detail list', 'lisa detail list --type sms --limit 5', 'lisa detail list --all --json'],
});

export const detailExport = command({
  words: 'detail export',
  summary: 'detail.export.summary',
  description: 'detail.export.description',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {
    ...period,
    out: { type: 'text', value: 'FILE', complete: 'file', summary: 'detail.out' },
    format: { type: 'choice', value: 'FORMAT', choices: ['csv', 'ndjson'], summary: 'detail.format' },
    dialect: {
      type: 'choice',
      value: 'DIALECT',
      choices: ['rfc4180', 'excel-ru'],
      summary: 'detail.dialect',
    },
    force: { type: 'flag', summary: 'detail.force' },
  },
  examples: [
    'lisa detail export',
    'lisa detail export --dialect excel-ru --out detail.csv',
    'lisa detail export --type voice --out - | head',
  ],
});
