import Type from 'typebox';
import { operation } from '../operation.ts';
import { DryRunQuery, Id, LocalText, Money, nullable, oneOf, Timestamp, text } from '../schema.ts';

/** A service that another one needs or excludes, and whether the line has it. */
export const RelatedService = Type.Object({
  id: Id,
  name: LocalText,
  connected: Type.Boolean(),
});

/** A service of the catalogue as it stands for the line. Fees are per day or calendar month. */
export const Service = Type.Object({
  id: Id,
  category: Id,
  name: LocalText,
  summary: LocalText,
  /** Once, when it is connected. */
  connection_fee: Money,
  fee: Money,
  fee_period: nullable(oneOf('day', 'month')),
  can_disconnect: Type.Boolean(),
  /** False for services of the archive, which only those who have them keep. */
  open: Type.Boolean(),
  requires: Type.Array(RelatedService),
  conflicts: Type.Array(RelatedService),
  state: oneOf('off', 'active', 'paused'),
  connected_at: nullable(Timestamp),
  /** Null without a fee, while it is paused, and while the SIM is blocked: the fees stand still then. */
  next_fee_at: nullable(Timestamp),
  /** Since when the balance does not cover the fee. */
  paused_since: nullable(Timestamp),
});

export const listServices = operation({
  id: 'listServices',
  method: 'GET',
  path: '/v1/services',
  summary: 'Services that the line has or can have, in the order of the catalogue',
  tag: 'services',
  auth: 'session',
  query: Type.Object({
    state: Type.Optional(oneOf('connected', 'available')),
    category: Type.Optional(text({ minLength: 1, maxLength: 32 }, 'id')),
  }),
  reply: Type.Object({ items: Type.Array(Service) }),
  status: 200,
  errors: [],
});

const ServiceParams = Type.Object({ service: text({ minLength: 1, maxLength: 64 }, 'id') });

export const getService = operation({
  id: 'getService',
  method: 'GET',
  path: '/v1/services/{service}',
  summary: 'One service',
  tag: 'services',
  auth: 'session',
  params: ServiceParams,
  reply: Service,
  status: 200,
  errors: ['service_not_found'],
});

/** Takes the connection fee and the fee of the first period at once. */
export const connectService = operation({
  id: 'connectService',
  method: 'POST',
  path: '/v1/services/{service}/connect',
  summary: 'Connect a service',
  tag: 'services',
  auth: 'session',
  mutation: true,
  params: ServiceParams,
  query: DryRunQuery,
  reply: Type.Object({ service: Service, total: Money, balance_before: Money, balance_after: Money }),
  status: 200,
  errors: [
    'service_not_found',
    'service_not_available',
    'service_already_connected',
    'service_requires',
    'service_conflicts',
    'insufficient_funds',
    'line_blocked',
    'line_disconnected',
  ],
});

/** What was paid for the running period is not returned. */
export const disconnectService = operation({
  id: 'disconnectService',
  method: 'POST',
  path: '/v1/services/{service}/disconnect',
  summary: 'Disconnect a service',
  tag: 'services',
  auth: 'session',
  mutation: true,
  params: ServiceParams,
  query: DryRunQuery,
  reply: Type.Object({ service: Service }),
  status: 200,
  errors: [
    'service_not_found',
    'service_not_connected',
    'service_not_removable',
    'service_required_by',
    'line_disconnected',
  ],
});
