import { readFileSync, statSync } from 'node:fs';
import Type, { type Static, type TSchema } from 'typebox';
import { Errors } from 'typebox/schema';

/** HAR 1.2 as its specification has it: what must be there, and no standard member that is something else. */
const Pairs = Type.Array(Type.Object({ name: Type.String(), value: Type.String() }));
const Phase = Type.Union([Type.Literal(-1), Type.Number({ minimum: 0 })]);
const Certain = Type.Number({ minimum: 0 });

function exactly<T extends Record<string, TSchema>>(members: T) {
  return Type.Object(members);
}

const Entry = exactly({
  startedDateTime: Type.String({ format: 'date-time' }),
  time: Certain,
  request: exactly({
    method: Type.String(),
    url: Type.String({ format: 'uri' }),
    httpVersion: Type.String(),
    cookies: Type.Array(Type.Unknown()),
    headers: Pairs,
    queryString: Pairs,
    postData: Type.Optional(
      exactly({ mimeType: Type.String(), params: Type.Array(Type.Unknown()), text: Type.String() }),
    ),
    headersSize: Type.Integer({ minimum: -1 }),
    bodySize: Type.Integer({ minimum: -1 }),
  }),
  response: exactly({
    status: Type.Integer({ minimum: 0 }),
    statusText: Type.String(),
    httpVersion: Type.String(),
    cookies: Type.Array(Type.Unknown()),
    headers: Pairs,
    content: exactly({
      size: Type.Integer({ minimum: 0 }),
      mimeType: Type.String(),
      text: Type.Optional(Type.String()),
    }),
    redirectURL: Type.String(),
    headersSize: Type.Integer({ minimum: -1 }),
    bodySize: Type.Integer({ minimum: -1 }),
    _error: Type.Optional(Type.String()),
  }),
  cache: Type.Object({}),
  timings: exactly({
    blocked: Phase,
    dns: Phase,
    connect: Phase,
    ssl: Phase,
    send: Certain,
    wait: Certain,
    receive: Certain,
  }),
  _operation: Type.Union([Type.String(), Type.Null()]),
});

const Har = exactly({
  log: exactly({
    version: Type.Literal('1.2'),
    creator: exactly({ name: Type.Literal('lisa'), version: Type.String() }),
    pages: Type.Array(Type.Unknown()),
    entries: Type.Array(Entry),
    comment: Type.String(),
    _lisa: Type.Object({ command: Type.String(), exit: Type.Integer(), code: Type.Unknown() }),
  }),
});

export type HarFile = Static<typeof Har>;

/** A trace that is whole, valid, and its owner's alone. */
export function readHar(path: string): HarFile['log'] & { text: string } {
  const text = readFileSync(path, 'utf8');
  const har: unknown = JSON.parse(text);
  const [, faults] = Errors(Har, har);
  if (faults.length > 0) throw new Error(`no HAR 1.2: ${JSON.stringify(faults[0])}`);
  const mode = (statSync(path).mode & 0o777).toString(8);
  if (mode !== '600') throw new Error(`${path} has mode ${mode}`);
  return { ...(har as HarFile).log, text };
}
