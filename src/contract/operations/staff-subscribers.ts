import Type from 'typebox';
import { operation } from '../operation.ts';
import { LocalText, MsisdnSchema, nullable, oneOf, PageQuery, pageOf, Timestamp, text } from '../schema.ts';
import { LineState } from './account.ts';
import { DocumentKind } from './staff-issues.ts';

const helpers = ['issuer', 'support'] as const;

const Found = {
  account_id: Type.String(),
  contract_number: Type.String(),
  holder: Type.String(),
  holder_kind: oneOf('person', 'company'),
  msisdn: MsisdnSchema,
  network_login: Type.String(),
  region: Type.Object({ code: Type.String(), name: LocalText }),
  state: LineState,
};

/** An account number, a number, a network login, a contract number, or the beginning of words of a name. */
export const findSubscribers = operation({
  id: 'findSubscribers',
  method: 'GET',
  path: '/v1/staff/subscribers',
  summary: 'Find subscribers; every search is recorded',
  tag: 'staff',
  auth: 'staff',
  roles: helpers,
  query: Type.Object({ query: text({ minLength: 3, maxLength: 100 }), ...PageQuery }),
  reply: pageOf(Type.Object(Found)),
  status: 200,
  errors: [],
});

/** `login` is any of the account's logins (R1). What proves who the subscriber is comes masked. */
export const getSubscriber = operation({
  id: 'getSubscriber',
  method: 'GET',
  path: '/v1/staff/subscribers/{login}',
  summary: 'A subscriber; reading one is recorded',
  tag: 'staff',
  auth: 'staff',
  roles: helpers,
  params: Type.Object({ login: text({ minLength: 1, maxLength: 64 }) }),
  reply: Type.Object({
    ...Found,
    contract_date: Type.String(),
    tariff: Type.Object({ tariff_id: Type.String(), name: LocalText }),
    /** Kind of the document whose last digits are recorded; the digits are never shown. */
    document: nullable(Type.Object({ kind: DocumentKind, recorded_at: Timestamp })),
    password: Type.Object({
      changed_at: nullable(Timestamp),
      /** `one_time` while an issued password waits for its first login. */
      state: oneOf('permanent', 'one_time', 'none'),
      one_time_password_expires_at: nullable(Timestamp),
    }),
    open_sessions: Type.Integer({ minimum: 0 }),
    last_action_at: nullable(Timestamp),
  }),
  status: 200,
  errors: ['subscriber_not_found'],
});
