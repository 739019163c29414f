import Type from 'typebox';
import { operation } from '../operation.ts';
import {
  DryRunQuery,
  Id,
  Money,
  MsisdnSchema,
  oneOf,
  PageQuery,
  pageOf,
  Timestamp,
  text,
} from '../schema.ts';
import { MelodyRef } from './tones.ts';

/** A gift as one of its two sides sees it (R11). */
export const Gift = Type.Object({
  id: Id,
  side: oneOf('given', 'received'),
  melody: MelodyRef,
  from: MsisdnSchema,
  to: MsisdnSchema,
  price: Money,
  state: oneOf('pending', 'accepted', 'refused', 'expired'),
  offered_at: Timestamp,
  /** R11: 24 hours after the offer. */
  expires_at: Timestamp,
});

/** R11: the giver must have the tone service; the price is held at once. */
export const createGift = operation({
  id: 'createGift',
  method: 'POST',
  path: '/v1/tone-gifts',
  summary: 'Offer a melody to another subscriber',
  tag: 'tones',
  auth: 'session',
  mutation: true,
  query: DryRunQuery,
  body: Type.Object(
    { melody: text({ minLength: 1, maxLength: 64 }, 'id'), to: MsisdnSchema },
    { additionalProperties: false },
  ),
  reply: Type.Object({ gift: Gift, balance_before: Money, balance_after: Money, held: Money }),
  status: 201,
  errors: [
    'tone_not_found',
    'tone_service_required',
    'gift_recipient_not_found',
    'gift_to_yourself',
    'gift_already_offered',
    'insufficient_funds',
    'line_blocked',
    'line_disconnected',
  ],
});

export const listGifts = operation({
  id: 'listGifts',
  method: 'GET',
  path: '/v1/tone-gifts',
  summary: 'Gifts given and received, newest first',
  tag: 'tones',
  auth: 'session',
  query: Type.Object({ ...PageQuery, after: Type.Optional(Type.String({ format: 'uuid' })) }),
  reply: pageOf(Gift),
  status: 200,
  errors: [],
});

const GiftParams = Type.Object({ gift: Type.String({ format: 'uuid' }) });

/** R11: takes the giver's held money and connects the recipient's tone service. */
export const acceptGift = operation({
  id: 'acceptGift',
  method: 'POST',
  path: '/v1/tone-gifts/{gift}/accept',
  summary: 'Accept a melody',
  tag: 'tones',
  auth: 'session',
  mutation: true,
  params: GiftParams,
  query: DryRunQuery,
  reply: Type.Object({
    gift: Gift,
    tone_service: oneOf('active', 'paused'),
    connects_service: Type.Boolean(),
    daily_fee: Money,
    paid_until: Timestamp,
    /** Whether the melody plays for everyone from now on: nothing did before. */
    set_for_everyone: Type.Boolean(),
  }),
  status: 200,
  errors: ['gift_not_found', 'gift_already_settled', 'gift_expired', 'line_disconnected'],
});

/** R11: releases the giver's held money. */
export const refuseGift = operation({
  id: 'refuseGift',
  method: 'POST',
  path: '/v1/tone-gifts/{gift}/refuse',
  summary: 'Refuse a melody',
  tag: 'tones',
  auth: 'session',
  mutation: true,
  params: GiftParams,
  query: DryRunQuery,
  reply: Type.Object({ gift: Gift }),
  status: 200,
  errors: ['gift_not_found', 'gift_already_settled', 'gift_expired'],
});
