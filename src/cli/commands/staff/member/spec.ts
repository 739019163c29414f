import type { staffRoles } from '../../../../contract/operations/staff.ts';
import { command } from '../../../spec.ts';

/** Written out here: the contract's module would load its schemas at every start. */
const ROLES = ['issuer', 'support', 'auditor', 'administrator'] as const satisfies typeof staffRoles;

const login = { name: 'LOGIN', summary: 'staff.member-login', required: true } as const;
const reason = { type: 'text', value: 'TEXT', summary: 'staff.reason-option' } as const;

export const memberAdd = command({
  words: 'staff member add',
  summary: 'staff.member-add',
  description: 'staff.member-add-description',
  kind: 'mutation',
  operands: { login },
  options: {
    name: { type: 'text', value: 'NAME', summary: 'staff.member-name' },
    role: { type: 'choice', value: 'ROLE', choices: ROLES, summary: 'staff.member-role' },
    office: { type: 'text', value: 'OFFICE', summary: 'staff.member-office' },
    region: { type: 'text', value: 'CODE', summary: 'staff.member-region' },
    ownLines: { type: 'text', value: 'NUMBERS', summary: 'staff.member-own-lines' },
  },
  examples: [
    'lisa staff member add ivanova',
    'lisa staff member add ivanova --name "Ivanova A." --role issuer --office "Lenina 1" --own-lines 9001234567 --yes',
  ],
});

export const memberList = command({
  words: 'staff member list',
  summary: 'staff.member-list',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa staff member list', 'lisa staff member list --json'],
});

export const memberShow = command({
  words: 'staff member show',
  summary: 'staff.member-show',
  kind: 'data',
  operands: { login },
  options: {},
  examples: ['lisa staff member show ivanova'],
});

export const memberDisable = command({
  words: 'staff member disable',
  summary: 'staff.member-disable',
  description: 'staff.member-disable-description',
  kind: 'mutation',
  operands: { login },
  options: { reason },
  examples: ['lisa staff member disable ivanova --reason "left the company"'],
});

export const memberReset = command({
  words: 'staff member reset',
  summary: 'staff.member-reset',
  description: 'staff.member-reset-description',
  kind: 'mutation',
  operands: { login },
  options: { reason },
  examples: ['lisa staff member reset ivanova --reason "lost the phone"'],
});
