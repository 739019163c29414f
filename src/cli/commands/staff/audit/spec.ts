import { command } from '../../../spec.ts';

export const auditList = command({
  words: 'staff audit list',
  summary: 'audit.list',
  description: 'audit.list-description',
  kind: 'data',
  operands: {},
  options: {
    by: { type: 'text', value: 'LOGIN', summary: 'audit.by' },
    on: { type: 'text', value: 'SUBJECT', summary: 'audit.on' },
    from: { type: 'day', value: 'DAY', summary: 'audit.from' },
    to: { type: 'day', value: 'DAY', summary: 'audit.to' },
    action: { type: 'text', value: 'ACTION', summary: 'audit.of-action' },
    limit: { type: 'integer', value: 'N', minimum: 1, maximum: 1_000_000, summary: 'audit.limit' },
    all: { type: 'flag', summary: 'audit.all' },
  },
  examples: [
    'lisa staff audit list',
    'lisa staff audit list --by ivanova --from 2026-11-01 --to 2026-11-30',
    'lisa staff audit list --on account:500123456 --all --json',
  ],
});

export const auditVerify = command({
  words: 'staff audit verify',
  summary: 'audit.verify',
  description: 'audit.verify-description',
  kind: 'data',
  operands: {},
  options: { expect: { type: 'text', value: 'SEQUENCE:HASH', summary: 'audit.expect' } },
  examples: ['lisa staff audit verify', 'lisa staff audit verify --json'],
});
