import { command } from '../../spec.ts';

export const supportBundle = command({
  words: 'support bundle',
  summary: 'support.bundle.summary',
  description: 'support.bundle.description',
  kind: 'mutation',
  operands: {},
  options: {
    out: { type: 'text', value: 'FILE', complete: 'file', summary: 'support.out' },
    attach: { type: 'text', value: 'FILE', complete: 'file', summary: 'support.attach' },
    withoutTrace: { type: 'flag', summary: 'support.without-trace' },
    force: { type: 'flag', summary: 'support.force' },
  },
  examples: [
    'lisa support bundle --out bundle.zip',
    'lisa support bundle --dry-run',
    'lisa support bundle --attach trace.har --out bundle.zip --yes',
  ],
});

export const supportReplay = command({
  words: 'support replay',
  summary: 'replay.title',
  description: 'replay.description',
  kind: 'data',
  subscriberReads: true,
  operands: { file: { name: 'FILE', summary: 'replay.file', required: true, complete: 'file' } },
  options: {},
  examples: ['lisa support replay trace.har', 'lisa support replay trace.har --profile sandbox --json'],
});
