import Type from 'typebox';
import { operation } from '../operation.ts';
import { DryRunQuery, Id, LocalText, Money, nullable, oneOf, Timestamp, text } from '../schema.ts';

/** A personal offer (R15): a package of seconds, messages or bytes for some days. */
export const Offer = Type.Object({
  id: Id,
  name: LocalText,
  text: LocalText,
  usage_type: oneOf('voice', 'sms', 'data'),
  unit: oneOf('second', 'message', 'byte'),
  volume: Type.Integer({ minimum: 1 }),
  days: Type.Integer({ minimum: 1 }),
  price: Money,
  state: oneOf('open', 'accepted', 'expired'),
  valid_from: Timestamp,
  valid_until: Timestamp,
  accepted_at: nullable(Timestamp),
});

export const listOffers = operation({
  id: 'listOffers',
  method: 'GET',
  path: '/v1/offers',
  summary: 'Personal offers: open ones first, then accepted and expired',
  tag: 'offers',
  auth: 'session',
  reply: Type.Object({ items: Type.Array(Offer) }),
  status: 200,
  errors: [],
});

const OfferParams = Type.Object({ offer: text({ minLength: 1, maxLength: 64 }, 'id') });

export const getOffer = operation({
  id: 'getOffer',
  method: 'GET',
  path: '/v1/offers/{offer}',
  summary: 'One personal offer',
  tag: 'offers',
  auth: 'session',
  params: OfferParams,
  reply: Offer,
  status: 200,
  errors: ['offer_not_found'],
});

/** R15: at most once, while it is valid. */
export const acceptOffer = operation({
  id: 'acceptOffer',
  method: 'POST',
  path: '/v1/offers/{offer}/accept',
  summary: 'Accept a personal offer',
  tag: 'offers',
  auth: 'session',
  mutation: true,
  params: OfferParams,
  query: DryRunQuery,
  reply: Type.Object({
    offer: Offer,
    /** Until when the package can be used. */
    package_until: Timestamp,
    balance_before: Money,
    balance_after: Money,
  }),
  status: 200,
  errors: [
    'offer_not_found',
    'offer_already_accepted',
    'offer_expired',
    'insufficient_funds',
    'line_blocked',
    'line_disconnected',
  ],
});
