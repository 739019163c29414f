import Type from 'typebox';
import { operation } from '../operation.ts';
import { AskedTimestamp, nullable, oneOf, PageQuery, pageOf, Timestamp, text } from '../schema.ts';
import { MemberLogin } from './staff.ts';

const auditors = ['auditor', 'administrator'] as const;

/** One act of a member (ASVS 16.2.1), in a chain of hashes: no row can be changed, removed or put between two others. */
export const AuditRecord = Type.Object({
  /** 1, 2, 3 … without a gap. */
  sequence: Type.Integer({ minimum: 1 }),
  at: Timestamp,
  /** Null for what the operator's engineer did at the database, and for a login that names nobody. */
  member: nullable(Type.String()),
  role: nullable(Type.String()),
  office: nullable(Type.String()),
  /** The id of the operation. */
  action: Type.String(),
  /** Whom or what it was about: `account:500123456`, `member:ivanova`, `search:Иванов`, `trail:all`. */
  subject: nullable(Type.String()),
  reason: nullable(Type.String()),
  /** Address that the request came from. */
  source: nullable(Type.String()),
  /** `done`, or the code of the refusal. */
  result: Type.String(),
  dry_run: Type.Boolean(),
  request_id: nullable(Type.String()),
  /** SHA-256, hexadecimal, over this row and the hash before it. */
  hash: Type.String(),
});

export const listAudit = operation({
  id: 'listAudit',
  method: 'GET',
  path: '/v1/staff/audit',
  summary: 'The audit trail, newest first; reading it is recorded',
  tag: 'staff',
  auth: 'staff',
  roles: auditors,
  query: Type.Object({
    by: Type.Optional(MemberLogin),
    on: Type.Optional(text({ minLength: 1, maxLength: 100 })),
    from: Type.Optional(AskedTimestamp),
    to: Type.Optional(AskedTimestamp),
    action: Type.Optional(text({ minLength: 1, maxLength: 40 })),
    limit: PageQuery.limit,
    /** The sequence of a record. */
    after: Type.Optional(Type.String({ pattern: '^\\d{1,18}$' })),
  }),
  reply: pageOf(AuditRecord),
  status: 200,
  errors: [],
});

/** An anchor noted elsewhere proves that the end of the trail was not cut off and that no chain was made anew. */
export const verifyAudit = operation({
  id: 'verifyAudit',
  method: 'GET',
  path: '/v1/staff/audit/verification',
  summary: 'Prove that the audit trail is whole and unchanged',
  tag: 'staff',
  auth: 'staff',
  roles: auditors,
  query: Type.Object({
    /** The anchor: a sequence and its hash, `42:9f86…`. */
    expect: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,17}:[0-9a-f]{64}$' })),
  }),
  reply: Type.Object({
    rows: Type.Integer({ minimum: 0 }),
    /** The newest row, to be noted; null while there is none. */
    head: nullable(Type.Object({ sequence: Type.Integer(), hash: Type.String(), at: Timestamp })),
    /** At most a hundred, oldest first. */
    problems: Type.Array(
      Type.Object({
        sequence: Type.Integer(),
        kind: oneOf('missing', 'changed', 'unexpected', 'end_missing', 'end_differs', 'anchor_differs'),
      }),
    ),
  }),
  status: 200,
  errors: [],
});
