import Type from 'typebox';
import { operation } from '../operation.ts';
import {
  AccountId,
  Id,
  LocalText,
  Money,
  MsisdnSchema,
  NetworkLogin,
  nullable,
  oneOf,
  Timestamp,
} from '../schema.ts';
import { PromisedPayment } from './promises.ts';

export const LineState = oneOf('active', 'blocked', 'disconnected');

/** What is left of a package: seconds, messages or bytes. */
export const Bucket = Type.Object({
  usage_type: oneOf('voice', 'sms', 'data'),
  unit: oneOf('second', 'message', 'byte'),
  remaining: Type.Integer({ minimum: 0 }),
  initial: Type.Integer({ minimum: 0 }),
  valid_until: nullable(Timestamp),
});

/**
 * Something that is taken by itself. `paused`: the balance did not cover it (R8, R10). `blocked`: nothing is taken while
 * the SIM is blocked, and an unblock sets the date anew (R9).
 */
export const Fee = Type.Object({
  kind: oneOf('tariff', 'service', 'tone_service', 'melody'),
  /** Of the tariff, service or melody; null for the tone service. */
  id: nullable(Id),
  name: nullable(LocalText),
  amount: Money,
  period: oneOf('day', 'month', '30_days'),
  state: oneOf('active', 'paused', 'blocked'),
  /** Null unless active. */
  next_at: nullable(Timestamp),
  paused_since: nullable(Timestamp),
});

export const getAccount = operation({
  id: 'getAccount',
  method: 'GET',
  path: '/v1/account',
  summary: 'Contract, line, tariff, fees and promised payment of the subscriber',
  tag: 'account',
  auth: 'session',
  reply: Type.Object({
    account_id: AccountId,
    contract_number: Type.String(),
    contract_date: Type.String({ format: 'date' }),
    holder: Type.String(),
    region: Type.Object({ code: Id, name: LocalText, time_zone: Id }),
    msisdn: MsisdnSchema,
    network_login: NetworkLogin,
    state: LineState,
    balance: Money,
    /** Money set aside for gifts that are not decided yet. */
    held: Money,
    tariff: Type.Object({ id: Id, name: LocalText, fee: Money, next_fee_at: nullable(Timestamp) }),
    /** R8: since when the base rates of the tariff apply, because its fee is not paid. */
    base_rates_since: nullable(Timestamp),
    tone_service: oneOf('off', 'active', 'paused'),
    /** Everything that is taken by itself, in the order in which a top-up resumes it. */
    fees: Type.Array(Fee),
    promise: nullable(PromisedPayment),
    /** What can be spent of the bonus account. */
    bonus: Money,
    /** R9: until when a blocked line can be unblocked. */
    blocked_until: nullable(Timestamp),
    notifications: Type.Object({
      /** Where service messages go. */
      sms: MsisdnSchema,
      news: Type.Boolean(),
    }),
  }),
  status: 200,
  errors: [],
});

export const getBalance = operation({
  id: 'getBalance',
  method: 'GET',
  path: '/v1/balance',
  summary: 'Balance, state of the line and what remains of the packages',
  tag: 'account',
  auth: 'session',
  reply: Type.Object({
    account_id: AccountId,
    msisdn: MsisdnSchema,
    balance: Money,
    held: Money,
    state: LineState,
    tariff: Type.Object({ id: Id, name: LocalText }),
    /** R8: since when the base rates of the tariff apply, because its fee is not paid. */
    base_rates_since: nullable(Timestamp),
    promise: nullable(PromisedPayment),
    remains: Type.Array(Bucket),
    as_of: Timestamp,
  }),
  status: 200,
  errors: [],
});
