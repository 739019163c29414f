import type { documentKinds } from '../../../contract/operations/staff-issues.ts';
import { command } from '../../spec.ts';

/** Written out here: the contract's module would load its schemas at every start. */
const DOCUMENTS = [
  'passport',
  'foreign_passport',
  'driving_licence',
  'military_id',
] as const satisfies typeof documentKinds;

const identity = {
  document: { type: 'choice', value: 'KIND', choices: DOCUMENTS, summary: 'staff.document' },
  lastDigits: { type: 'text', value: 'DIGITS', summary: 'staff.last-digits' },
  codewordStdin: { type: 'flag', summary: 'staff.codeword-stdin' },
} as const;

const reason = { type: 'text', value: 'TEXT', summary: 'staff.reason-option' } as const;

const paper = {
  slip: { type: 'text', value: 'FILE', complete: 'file', summary: 'staff.slip' },
  force: { type: 'flag', summary: 'staff.slip-force' },
} as const;

export const staffIssue = command({
  words: 'staff issue',
  summary: 'staff.issue',
  description: 'staff.issue-description',
  kind: 'mutation',
  operands: {},
  options: {
    account: { type: 'text', value: 'NUMBER', summary: 'staff.account' },
    contract: { type: 'text', value: 'NUMBER', summary: 'staff.contract' },
    name: { type: 'text', value: 'NAME', summary: 'staff.holder' },
    company: { type: 'flag', summary: 'staff.company' },
    region: { type: 'text', value: 'REGION', summary: 'staff.region' },
    msisdn: { type: 'msisdn', value: 'NUMBER', summary: 'staff.msisdn' },
    networkLogin: { type: 'text', value: 'LOGIN', summary: 'staff.network-login' },
    tariff: { type: 'text', value: 'TARIFF', summary: 'staff.tariff' },
    ...identity,
    reason,
    ...paper,
  },
  examples: [
    'lisa staff issue',
    'lisa staff issue --slip slip.pdf',
    'lisa staff issue --account 500123456 --reason "passport shown" --document passport --last-digits 1234 --yes',
  ],
});

export const staffIssueBatch = command({
  words: 'staff issue-batch',
  summary: 'batch.summary',
  description: 'batch.description',
  kind: 'mutation',
  operands: { file: { name: 'FILE', summary: 'batch.file', required: true, complete: 'file' } },
  options: {
    results: { type: 'text', value: 'FILE', complete: 'file', summary: 'batch.results-option' },
    slips: { type: 'text', value: 'FILE', complete: 'file', summary: 'batch.slips-option' },
  },
  examples: [
    'lisa staff issue-batch people.csv --dry-run',
    'lisa staff issue-batch people.csv --slips slips.pdf',
    'lisa staff issue-batch people.csv --yes --json',
  ],
});

export const staffReset = command({
  words: 'staff reset',
  summary: 'staff.reset',
  description: 'staff.reset-description',
  kind: 'mutation',
  operands: { login: { name: 'LOGIN', summary: 'login.login', required: true } },
  options: { reason, ...identity, ...paper },
  examples: [
    'lisa staff reset 9001234567 --reason "forgot the password"',
    'lisa staff reset 9001234567 --reason "forgot the password" --dry-run',
  ],
});
