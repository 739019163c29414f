import Type, { type TSchema } from 'typebox';
import { Id, LocalText, Money, oneOf, Timestamp } from './schema.ts';
import { TRACE } from './trace-mark.ts';

const closed = (pattern: string) => Type.String({ pattern, [TRACE]: 'closed' });
const Count = Type.Integer();
const Related = Type.Array(Type.Object({ id: Id, name: LocalText }));
const StaffWord = oneOf('issuer', 'support', 'auditor', 'administrator', 'any');

/** What the parameters of the errors look like, by name: of no use to a client that makes texts, but a trace tells no others. */
const params: Readonly<Record<string, TSchema>> = {
  /** Where in a request, never what stood there. */
  field: closed('^(?!\\d)[\\w.-]{1,64}$'),
  /** A JSON Schema keyword, or a word of ours. */
  reason: closed('^[A-Za-z_]{1,40}$'),
  limit_bytes: Count,
  limit: Count,
  retry_after_seconds: Count,
  idle_minutes: Count,
  attempts_left: Count,
  needed: Money,
  available: Money,
  minimum: Money,
  maximum: Money,
  not_before: Timestamp,
  blocked_until: Timestamp,
  expired_at: Timestamp,
  due_at: Timestamp,
  earliest: Timestamp,
  state: oneOf('accepted', 'refused', 'expired'),
  services: Related,
  role: StaffWord,
  allowed: Type.Array(StaffWord),
};

/** An error of the API (RFC 9457) as far as a trace may tell it. */
export const Problem = Type.Object({
  type: closed('^urn:lisa:problem:[a-z_]{1,60}$'),
  title: closed('^[a-z ]{1,60}$'),
  status: Type.Integer(),
  code: closed('^[a-z][a-z_]{0,59}$'),
  params: Type.Object(params),
  request_id: closed('^[0-9a-f]{24}$'),
});
