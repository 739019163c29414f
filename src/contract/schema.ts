import Type, { type Static, type TEnum, type TSchema } from 'typebox';
import { TRACE, type TraceMark } from './trace-mark.ts';

const marked = (mark: TraceMark) => ({ [TRACE]: mark });

/** Of a tariff, a service, a melody, a payment: of nobody. */
export const Id = Type.String(marked('id'));

/** The number of an account in a reply. */
export const AccountId = Type.String(marked('account'));

/** What an account is called in the network, in a reply. */
export const NetworkLogin = Type.String(marked('login'));

/** Money on the wire: a decimal string with two digits, never a float. */
export const Money = Type.Object(
  {
    amount: Type.String({ pattern: '^-?\\d{1,13}\\.\\d{2}$', ...marked('closed') }),
    currency: Type.Literal('RUB'),
  },
  { additionalProperties: false },
);

/** Money that somebody asks for: more than nothing. */
export const AskedMoney = Type.Object(
  {
    amount: Type.String({ pattern: '^(?!0+\\.00$)\\d{1,9}\\.\\d{2}$', ...marked('closed') }),
    currency: Type.Literal('RUB'),
  },
  { additionalProperties: false },
);

/** Text of a request. A zero byte is refused: PostgreSQL keeps none. */
export function text(limits: { minLength?: number; maxLength: number }, mark?: TraceMark) {
  return Type.String({ ...limits, pattern: '^[^\\u0000]*$', ...(mark && marked(mark)) });
}

/** RFC 3339 with an offset. */
export const Timestamp = Type.String({ format: 'date-time', maxLength: 35 });

/** A moment of a request: RFC 3339 without what JavaScript's `Date` cannot read, leap seconds and RFC 9557 suffixes. */
export const AskedTimestamp = Type.String({
  format: 'date-time',
  pattern: '^[^\\[]+:[0-5]\\d(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})$',
  maxLength: 35,
});

/** The 10 national digits of a mobile number (R1). */
export const MsisdnSchema = Type.String({ pattern: '^9\\d{9}$', ...marked('msisdn') });

/** A name in both languages of the product; the client shows the one of its reader. */
export const LocalText = Type.Object({
  ru: Type.String(marked('words')),
  en: Type.String(marked('words')),
});

/** One of a closed list of words. */
export function oneOf<const T extends string[]>(...words: T): TEnum<T> {
  return Type.Enum<T>(words);
}

/** A value that may be absent on purpose. */
export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

/** Keyset pagination: at most `limit` rows after the row that `after` names, newest first. */
export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  after: Type.Optional(text({ minLength: 1, maxLength: 200 }, 'id')),
};

/** A page of a list; `next` goes into `after` of the next request and is null on the last page. */
export function pageOf<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), next: nullable(Id) });
}

/** `dry_run=true` does everything and keeps nothing. */
export const DryRunQuery = Type.Object({ dry_run: Type.Optional(Type.Boolean()) });

export type WireLocalText = Static<typeof LocalText>;
