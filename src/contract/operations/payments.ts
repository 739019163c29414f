import Type from 'typebox';
import { operation } from '../operation.ts';
import {
  AskedMoney,
  DryRunQuery,
  Id,
  Money,
  nullable,
  oneOf,
  PageQuery,
  pageOf,
  Timestamp,
} from '../schema.ts';

/**
 * A card payment (R14). The number of the card is entered on the acquirer's page and never comes here; `unknown` is a
 * payment whose outcome the acquirer has yet to tell.
 */
export const Payment = Type.Object({
  id: Id,
  amount: Money,
  state: oneOf('pending', 'authorized', 'captured', 'declined', 'cancelled', 'unknown'),
  brand: nullable(oneOf('mir', 'visa', 'mastercard')),
  last4: nullable(Type.String({ pattern: '^\\d{4}$' })),
  /** Why a declined payment was declined, in the acquirer's words. */
  decline_reason: nullable(oneOf('declined', 'insufficient_funds', 'authentication_failed', 'expired')),
  created_at: Timestamp,
  updated_at: Timestamp,
});

/** The same key opens the same checkout page, however often it is asked for. */
export const createPayment = operation({
  id: 'createPayment',
  method: 'POST',
  path: '/v1/payments',
  summary: 'Create a card payment at the acquirer',
  tag: 'payments',
  auth: 'session',
  mutation: true,
  query: DryRunQuery,
  body: Type.Object(
    { amount: AskedMoney, language: Type.Optional(oneOf('ru', 'en')) },
    { additionalProperties: false },
  ),
  reply: Type.Object({
    payment: Payment,
    /** Where the card is entered; null in a dry run. It will be opened, so it is nothing but a page, and a safe one. */
    checkout_url: nullable(
      Type.String({
        pattern: '^(https://|http://(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d+)?/)[!-~]*$',
      }),
    ),
    balance: Money,
  }),
  status: 201,
  errors: ['payment_amount_out_of_range', 'acquirer_unavailable'],
});

/** Asking for it is no action: waiting for a payment does not keep a session open. */
export const getPayment = operation({
  id: 'getPayment',
  method: 'GET',
  path: '/v1/payments/{payment}',
  summary: 'One card payment',
  tag: 'payments',
  auth: 'session',
  passive: true,
  params: Type.Object({ payment: Type.String({ format: 'uuid' }) }),
  reply: Type.Object({ payment: Payment, balance: Money }),
  status: 200,
  errors: ['payment_not_found'],
});

export const listPayments = operation({
  id: 'listPayments',
  method: 'GET',
  path: '/v1/payments',
  summary: 'Card payments, newest first',
  tag: 'payments',
  auth: 'session',
  query: Type.Object({ ...PageQuery, after: Type.Optional(Type.String({ format: 'uuid' })) }),
  reply: pageOf(Payment),
  status: 200,
  errors: [],
});

/**
 * The acquirer says that something happened to a payment. Signed with a key that both sides have; what happened is
 * then asked of the acquirer, never believed.
 */
export const acquirerCallback = operation({
  id: 'acquirerCallback',
  method: 'POST',
  path: '/v1/acquirer/callbacks',
  summary: 'Callback of the card acquirer',
  tag: 'payments',
  auth: 'none',
  passive: true,
  body: Type.Object(
    { event: Type.String({ minLength: 1, maxLength: 64 }), payment: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  status: 204,
  errors: ['signature_invalid'],
});
