import Type from 'typebox';
import { operation } from '../operation.ts';
import { AskedMoney, DryRunQuery, Money, nullable, Timestamp } from '../schema.ts';

/** R12: lent money and the price of it, both taken at the term or at the next top-up. */
export const PromisedPayment = Type.Object({
  amount: Money,
  fee: Money,
  taken_at: Timestamp,
  due_at: Timestamp,
});

export const getPromise = operation({
  id: 'getPromise',
  method: 'GET',
  path: '/v1/promised-payment',
  summary: 'The open promised payment and what can be had',
  tag: 'promises',
  auth: 'session',
  reply: Type.Object({
    open: nullable(PromisedPayment),
    options: Type.Array(Type.Object({ amount: Money, fee: Money })),
    days: Type.Integer({ minimum: 1 }),
    /** Set while the line is too young for one. */
    not_before: nullable(Timestamp),
  }),
  status: 200,
  errors: [],
});

export const takePromise = operation({
  id: 'takePromise',
  method: 'POST',
  path: '/v1/promised-payment',
  summary: 'Take a promised payment',
  tag: 'promises',
  auth: 'session',
  mutation: true,
  query: DryRunQuery,
  body: Type.Object({ amount: AskedMoney }, { additionalProperties: false }),
  reply: Type.Object({
    promise: PromisedPayment,
    balance_before: Money,
    /** What had waited for money and was taken at once (R8, R10). */
    fees_taken: Money,
    balance_after: Money,
  }),
  status: 201,
  errors: [
    'promise_amount_unknown',
    'promise_already_open',
    'promise_tenure_too_short',
    'line_blocked',
    'line_disconnected',
  ],
});
