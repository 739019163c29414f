import Type from 'typebox';
import { operation } from '../operation.ts';
import { MsisdnSchema, nullable, oneOf, Timestamp, text } from '../schema.ts';

/** An SMS on a phone of the sandbox. `received` came from the operator, `sent` was written on the phone. */
export const PhoneMessage = Type.Object({
  at: Timestamp,
  direction: Type.Enum(['received', 'sent']),
  /** The number or name of the other side. */
  peer: Type.String(),
  text: Type.String(),
  /** The codes and passwords in the text, in its order, with what they are for. */
  codes: Type.Array(
    Type.Object({
      purpose: oneOf('one_time_password', 'gift_accept', 'gift_refuse'),
      code: Type.String(),
      valid_until: nullable(Timestamp),
    }),
  ),
});

const PhoneParams = Type.Object({ msisdn: MsisdnSchema });

export const listPhoneMessages = operation({
  id: 'listPhoneMessages',
  method: 'GET',
  path: '/v1/sandbox/phones/{msisdn}/messages',
  summary: 'The messages on a phone of the sandbox, oldest first',
  tag: 'sandbox',
  auth: 'sandbox',
  params: PhoneParams,
  reply: Type.Object({ items: Type.Array(PhoneMessage) }),
  status: 200,
  errors: ['token_missing', 'token_unknown'],
});

/** Answers when the cabinet has taken the message, with what came back at once. */
export const sendPhoneMessage = operation({
  id: 'sendPhoneMessage',
  method: 'POST',
  path: '/v1/sandbox/phones/{msisdn}/messages',
  summary: 'Send an SMS from a phone of the sandbox',
  tag: 'sandbox',
  auth: 'sandbox',
  params: PhoneParams,
  body: Type.Object(
    { to: Type.String({ pattern: '^\\d{3,15}$' }), text: text({ maxLength: 1000 }) },
    { additionalProperties: false },
  ),
  reply: Type.Object({ items: Type.Array(PhoneMessage) }),
  status: 200,
  errors: ['token_missing', 'token_unknown'],
});
