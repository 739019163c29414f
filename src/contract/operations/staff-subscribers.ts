import Type from 'typebox';
import { operation } from '../operation.ts';
import { LocalText, MsisdnSchema, nullable, oneOf, pageOf, Timestamp, text } from '../schema.ts';
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

export const FoundSubscriber = Type.Object(Found);

/** A page of found subscribers at most; by account number. */
export const MOST_FOUND = 50;

/**
 * `query` is an account number, a number in any spelling (R1), a network login, a contract number, or how words of a name
 * begin. Case does not matter, nor does ё.
 */
export const findSubscribers = operation({
  id: 'findSubscribers',
  method: 'GET',
  path: '/v1/staff/subscribers',
  summary: 'Find subscribers; every search is recorded',
  tag: 'staff',
  auth: 'staff',
  roles: helpers,
  query: Type.Object({
    query: text({ minLength: 3, maxLength: 100 }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_FOUND })),
    after: Type.Optional(Type.String({ pattern: '^\\d{1,12}$' })),
  }),
  reply: pageOf(FoundSubscriber),
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
    /** Kind of the document whose last digits are recorded, which are never shown; null when none is. */
    document: nullable(Type.Object({ kind: DocumentKind, recorded_at: Timestamp })),
    password: Type.Object({
      /** When the subscriber chose the permanent one; null while there is none. */
      changed_at: nullable(Timestamp),
      /** What a login is possible with: `one_time` only while there is no permanent one. */
      state: oneOf('permanent', 'one_time', 'none'),
      /** Of a one-time password that waits for its login, beside a permanent one too. */
      one_time_password_expires_at: nullable(Timestamp),
    }),
    open_sessions: Type.Integer({ minimum: 0 }),
    last_action_at: nullable(Timestamp),
  }),
  status: 200,
  errors: ['subscriber_not_found'],
});
