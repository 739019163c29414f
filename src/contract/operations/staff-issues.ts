import Type, { type Static } from 'typebox';
import { operation } from '../operation.ts';
import { DryRunQuery, LocalText, Money, MsisdnSchema, oneOf, Timestamp, text } from '../schema.ts';
import { OneTimePassword, Reason, ReplyKey } from './staff.ts';

const issuers = ['issuer'] as const;

/** Kinds of identity documents of which the last four digits are kept (R16). */
export const documentKinds = ['passport', 'foreign_passport', 'driving_licence', 'military_id'] as const;
export const DocumentKind = oneOf(...documentKinds);

const IdentityDocument = Type.Object(
  { kind: DocumentKind, last_digits: Type.String({ pattern: '^\\d{4}$' }) },
  { additionalProperties: false },
);

export const Codeword = text({ minLength: 1, maxLength: 64 });

/** How the member made sure whom they serve (R16): the document that was recorded with the contract, or the codeword. */
export const IdentityCheck = Type.Union([
  Type.Object({ document: IdentityDocument }, { additionalProperties: false }),
  Type.Object({ codeword: Codeword }, { additionalProperties: false }),
]);

const AccountNumber = Type.String({ pattern: '^[1-9]\\d{5,11}$' });
const NetworkLogin = Type.String({ pattern: '^[a-z][a-z0-9._-]{2,31}$' });

/** What decides whether a line can be issued at all. */
const LineOrder = {
  /** Absent: the next free one. */
  account_id: Type.Optional(AccountNumber),
  msisdn: MsisdnSchema,
  network_login: NetworkLogin,
  region: text({ minLength: 1, maxLength: 20 }),
  tariff_id: text({ minLength: 1, maxLength: 40 }),
};

/** What the slip says: everything a subscriber needs to log in for the first time. */
export const IssuedCredentials = Type.Object({
  account_id: Type.String(),
  contract_number: Type.String(),
  holder: Type.String(),
  msisdn: MsisdnSchema,
  network_login: Type.String(),
  tariff: Type.Object({ tariff_id: Type.String(), name: LocalText }),
  region: Type.Object({ code: Type.String(), name: LocalText }),
  office: Type.String(),
  issued_at: Timestamp,
  ...OneTimePassword,
});

export type WireIssuedCredentials = Static<typeof IssuedCredentials>;

/** Creates contract, account and line in one go. The codeword is the subscriber's, for unblocking the SIM (R9). */
export const issueCredentials = operation({
  id: 'issueCredentials',
  method: 'POST',
  path: '/v1/staff/issues',
  summary: 'Open an account with its line, and issue the first password',
  tag: 'staff',
  auth: 'staff',
  roles: issuers,
  mutation: true,
  secrets: true,
  query: DryRunQuery,
  body: Type.Object(
    {
      ...LineOrder,
      contract_number: text({ minLength: 1, maxLength: 30 }),
      holder: text({ minLength: 1, maxLength: 100 }),
      holder_kind: oneOf('person', 'company'),
      document: IdentityDocument,
      codeword: Codeword,
      reply_key: ReplyKey,
    },
    { additionalProperties: false },
  ),
  reply: IssuedCredentials,
  status: 201,
  errors: ['login_taken', 'region_unknown', 'tariff_not_available', 'own_line'],
});

/** So many of the longest orders fit into a request. */
export const MOST_CHECKED_ROWS = 40;

/** The checks of `issueCredentials` for many orders at once, each by itself; nothing is created. */
export const checkIssues = operation({
  id: 'checkIssues',
  method: 'POST',
  path: '/v1/staff/issues/checks',
  summary: 'What stands in the way of issuing credentials for these orders',
  tag: 'staff',
  auth: 'staff',
  roles: issuers,
  body: Type.Object(
    {
      orders: Type.Array(Type.Object(LineOrder, { additionalProperties: false }), {
        minItems: 1,
        maxItems: MOST_CHECKED_ROWS,
      }),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({
    problems: Type.Array(
      Type.Object({
        /** Position in `orders`, from 0. */
        order: Type.Integer({ minimum: 0 }),
        field: oneOf('account_id', 'msisdn', 'network_login', 'region', 'tariff_id'),
        code: oneOf('login_taken', 'region_unknown', 'tariff_not_available', 'own_line'),
      }),
    ),
  }),
  status: 200,
  errors: [],
});

export const getIssueOptions = operation({
  id: 'getIssueOptions',
  method: 'GET',
  path: '/v1/staff/issues/options',
  summary: 'Regions and tariffs that credentials can be issued for',
  tag: 'staff',
  auth: 'staff',
  roles: issuers,
  reply: Type.Object({
    regions: Type.Array(Type.Object({ code: Type.String(), name: LocalText })),
    tariffs: Type.Array(Type.Object({ tariff_id: Type.String(), name: LocalText, fee: Money })),
  }),
  status: 200,
  errors: [],
});

/**
 * Issues again for an existing account: the permanent password is worthless and every session ended from now on. `login`
 * is any of the account's logins (R1). A dry run never examines the codeword or the document.
 */
export const reissueCredentials = operation({
  id: 'reissueCredentials',
  method: 'POST',
  path: '/v1/staff/subscribers/{login}/credentials',
  summary: 'Issue a new first password for an existing account',
  tag: 'staff',
  auth: 'staff',
  roles: issuers,
  mutation: true,
  secrets: true,
  params: Type.Object({ login: text({ minLength: 1, maxLength: 64 }) }),
  query: DryRunQuery,
  body: Type.Object(
    { reason: Reason, check: IdentityCheck, reply_key: ReplyKey },
    { additionalProperties: false },
  ),
  reply: IssuedCredentials,
  status: 200,
  errors: ['subscriber_not_found', 'own_line', 'identity_mismatch', 'identity_locked'],
});
