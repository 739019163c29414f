import Type from 'typebox';
import { operation } from '../operation.ts';
import { AskedTimestamp, Id, Money, nullable, oneOf, PageQuery, pageOf, Timestamp } from '../schema.ts';
import { TRACE } from '../trace-mark.ts';

export const UsageType = oneOf('voice', 'sms', 'mms', 'data', 'service', 'payment', 'bonus');
export const usageTypes = ['voice', 'sms', 'mms', 'data', 'service', 'payment', 'bonus'] as const;

/** One row of call detail. `cost` is what the account paid: negative for money that came in. */
export const UsageRecord = Type.Object({
  /** Cursor of this row: the `after` of a request that goes on behind it. */
  id: Id,
  started_at: Timestamp,
  type: UsageType,
  direction: nullable(oneOf('in', 'out')),
  counterpart: nullable(Type.String()),
  place: nullable(Type.String()),
  volume: Type.Integer({ minimum: 0 }),
  unit: oneOf('second', 'message', 'byte', 'item'),
  cost: Money,
  balance_after: Money,
  service: nullable(Id),
});

/** Opaque to clients: the moment and the number of a row. */
const Cursor = Type.String({ pattern: '^[0-9a-f]{1,12}-[0-9a-f]{1,15}$', [TRACE]: 'closed' });

const PeriodQuery = {
  from: Type.Optional(AskedTimestamp),
  to: Type.Optional(AskedTimestamp),
  type: Type.Optional(UsageType),
};

/** Rows of `[from, to)`, newest first; the default period is the last 30 days (R6). */
export const listUsage = operation({
  id: 'listUsage',
  method: 'GET',
  path: '/v1/usage',
  summary: 'Call detail by pages; as application/x-ndjson, the whole period as a stream, oldest first',
  tag: 'usage',
  auth: 'session',
  query: Type.Object({ ...PeriodQuery, ...PageQuery, after: Type.Optional(Cursor) }),
  reply: pageOf(UsageRecord),
  status: 200,
  errors: ['period_out_of_range'],
});

/** The last line of a stream: without it the stream was cut. `count` is the rows of this answer. */
export const StreamEnd = Type.Object({ end: Type.Literal(true), count: Type.Integer({ minimum: 0 }) });

/** Media type of the stream form of `listUsage`. */
export const USAGE_STREAM = 'application/x-ndjson';
