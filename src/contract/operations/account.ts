import Type from 'typebox';
import { operation } from '../operation.ts';
import { LocalText, Money, MsisdnSchema, nullable, oneOf, Timestamp } from '../schema.ts';

export const LineState = oneOf('active', 'blocked', 'disconnected');

/** What is left of a package: seconds, messages or bytes. */
export const Bucket = Type.Object({
  usage_type: oneOf('voice', 'sms', 'data'),
  unit: oneOf('second', 'message', 'byte'),
  remaining: Type.Integer({ minimum: 0 }),
  initial: Type.Integer({ minimum: 0 }),
  valid_until: nullable(Timestamp),
});

export const getAccount = operation({
  id: 'getAccount',
  method: 'GET',
  path: '/v1/account',
  summary: 'Contract, holder, line and tariff of the subscriber',
  tag: 'account',
  auth: 'session',
  reply: Type.Object({
    account_id: Type.String(),
    contract_number: Type.String(),
    contract_date: Type.String({ format: 'date' }),
    holder: Type.String(),
    region: Type.Object({ code: Type.String(), name: LocalText, time_zone: Type.String() }),
    msisdn: MsisdnSchema,
    network_login: Type.String(),
    state: LineState,
    balance: Money,
    /** Money set aside for gifts that are not decided yet. */
    held: Money,
    tariff: Type.Object({ id: Type.String(), name: LocalText, fee: Money, next_fee_at: nullable(Timestamp) }),
    tone_service: oneOf('off', 'active', 'paused'),
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
    account_id: Type.String(),
    msisdn: MsisdnSchema,
    balance: Money,
    held: Money,
    state: LineState,
    tariff: Type.Object({ id: Type.String(), name: LocalText }),
    remains: Type.Array(Bucket),
    as_of: Timestamp,
  }),
  status: 200,
  errors: [],
});
