import Type from 'typebox';
import { operation } from '../operation.ts';
import { DryRunQuery, MsisdnSchema, nullable, PageQuery, pageOf, text } from '../schema.ts';
import { MemberLogin, OneTimePassword, Reason, ReplyKey, Role, StaffMember } from './staff.ts';

const administrators = ['administrator'] as const;
const readers = ['administrator', 'auditor'] as const;
const MemberPath = Type.Object({ login: MemberLogin });
const Because = Type.Object({ reason: Reason }, { additionalProperties: false });

/** A member with the password of the first login. */
const Invitation = Type.Object({ ...StaffMember.properties, ...OneTimePassword });

export const createMember = operation({
  id: 'createMember',
  method: 'POST',
  path: '/v1/staff/members',
  summary: 'Add a member of the staff, with a password for the first login',
  tag: 'staff',
  auth: 'staff',
  roles: administrators,
  mutation: true,
  query: DryRunQuery,
  body: Type.Object(
    {
      login: MemberLogin,
      name: text({ minLength: 1, maxLength: 100 }),
      role: Role,
      office: text({ minLength: 1, maxLength: 60 }),
      region: nullable(text({ minLength: 1, maxLength: 20 })),
      own_lines: Type.Array(MsisdnSchema, { maxItems: 10, uniqueItems: true }),
      reply_key: ReplyKey,
    },
    { additionalProperties: false },
  ),
  reply: Invitation,
  status: 201,
  errors: ['member_exists', 'region_unknown'],
});

export const listMembers = operation({
  id: 'listMembers',
  method: 'GET',
  path: '/v1/staff/members',
  summary: 'Members of the staff, by login',
  tag: 'staff',
  auth: 'staff',
  roles: readers,
  query: Type.Object(PageQuery),
  reply: pageOf(StaffMember),
  status: 200,
  errors: [],
});

export const getMember = operation({
  id: 'getMember',
  method: 'GET',
  path: '/v1/staff/members/{login}',
  summary: 'A member of the staff',
  tag: 'staff',
  auth: 'staff',
  roles: readers,
  params: MemberPath,
  reply: StaffMember,
  status: 200,
  errors: ['member_not_found'],
});

/** Open sessions of the member end at once (ASVS 7.4.2). */
export const disableMember = operation({
  id: 'disableMember',
  method: 'POST',
  path: '/v1/staff/members/{login}/disable',
  summary: 'Lock a member out; open sessions end at once',
  tag: 'staff',
  auth: 'staff',
  roles: administrators,
  mutation: true,
  params: MemberPath,
  query: DryRunQuery,
  body: Because,
  reply: StaffMember,
  status: 200,
  errors: ['member_not_found', 'own_member'],
});

/** For a lost authenticator or password, and to let a disabled member in again. Open sessions end at once. */
export const resetMember = operation({
  id: 'resetMember',
  method: 'POST',
  path: '/v1/staff/members/{login}/reset',
  summary: 'Forget password and authenticator of a member, with a password for the next first login',
  tag: 'staff',
  auth: 'staff',
  roles: administrators,
  mutation: true,
  params: MemberPath,
  query: DryRunQuery,
  body: Type.Object({ reason: Reason, reply_key: ReplyKey }, { additionalProperties: false }),
  reply: Invitation,
  status: 200,
  errors: ['member_not_found', 'own_member'],
});
