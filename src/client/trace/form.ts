import Type from 'typebox';
import { TRACE_SCHEMA } from './har.ts';

const Pair = Type.Object({ name: Type.String(), value: Type.String() });

/** What is needed of an entry; the rest of HAR 1.2 is for other programs. */
export const Entry = Type.Object({
  startedDateTime: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' }),
  request: Type.Object({
    method: Type.String({ pattern: '^(GET|POST|PUT|DELETE)$' }),
    url: Type.String(),
    headers: Type.Array(Pair),
    postData: Type.Optional(Type.Object({ text: Type.String() })),
  }),
  response: Type.Object({
    status: Type.Integer({ minimum: 0, maximum: 599 }),
    headers: Type.Array(Pair),
    content: Type.Object({ size: Type.Integer(), text: Type.Optional(Type.String()) }),
    bodySize: Type.Integer(),
    _error: Type.Optional(Type.String({ pattern: '^[a-z_]{1,20}$' })),
  }),
  timings: Type.Object({
    blocked: Type.Number(),
    dns: Type.Number(),
    connect: Type.Number(),
    ssl: Type.Number(),
    send: Type.Number(),
    wait: Type.Number(),
    receive: Type.Number(),
  }),
});

const Word = (pattern: string) => Type.String({ pattern });

/** Of a trace that this program has written. */
export const Log = Type.Object({
  version: Type.Literal('1.2'),
  creator: Type.Object({ name: Type.Literal('lisa'), version: Word('^[\\w.+-]{1,40}$') }),
  entries: Type.Array(Entry),
  _lisa: Type.Object({
    schema: Type.Literal(TRACE_SCHEMA),
    command: Word('^[a-z -]{1,60}$'),
    exit: Type.Integer(),
    code: Type.Union([Word('^[a-z_]{1,60}$'), Type.Null()]),
    node: Word('^[\\w.+-]{1,40}$'),
    platform: Word('^[a-z0-9]{1,20}$'),
    dropped: Type.Integer(),
  }),
});
