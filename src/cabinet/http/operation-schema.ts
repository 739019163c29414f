import type { FastifySchema } from 'fastify';
import Type, { type TObject } from 'typebox';
import {
  commonErrors,
  type ErrorCode,
  errors,
  mutationErrors,
  sessionErrors,
  staffErrors,
  viewErrors,
} from '../../contract/errors.ts';
import { isViewable, type Operation } from '../../contract/operation.ts';
import { KEY_PATTERN } from './idempotency.ts';
import { PROBLEM } from './problem.ts';
import type { Route } from './route.ts';

/** What a route checks of a request, and how it is described in OpenAPI. */
export function operationSchema(route: Route): FastifySchema {
  const { operation } = route;
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.tag],
    security: security(route),
    ...(operation.params && { params: operation.params }),
    querystring: exactly(operation.query),
    ...(operation.body && { body: operation.body }),
    ...headers(operation),
    response: { [operation.status]: success(route), ...problems(operation) },
  };
}

/** An unknown parameter is refused: a misspelt `dry_run` must not become the real thing. */
function exactly(query: TObject | undefined) {
  return Type.Object(query?.properties ?? {}, { additionalProperties: false });
}

function headers(operation: Operation) {
  const viewable = isViewable(operation);
  const named = {
    ...(operation.mutation && idempotencyHeader),
    ...(viewable && asHeader),
    ...((viewable || operation.auth === 'staff') && reasonHeader),
  };
  return Object.keys(named).length === 0 ? {} : { headers: Type.Object(named) };
}

/** Described here and checked by `idempotencyKey`, which has a code of its own for a missing one. */
const idempotencyHeader = {
  'idempotency-key': Type.String({
    pattern: KEY_PATTERN,
    description: 'The same key and input replay the stored reply; keep it for every retry of one intention.',
  }),
};

/** Checked by `asHeader` of a request, which reads it. */
const asHeader = {
  'lisa-as': Type.Optional(
    Type.String({
      description:
        'With the token of a member of support: any login of the subscriber to answer as, percent-encoded UTF-8. Needs `Lisa-Reason`.',
    }),
  ),
};

/** Checked by `reasonHeader` of a request, which reads it. */
const reasonHeader = {
  'lisa-reason': Type.Optional(
    Type.String({
      description:
        'Why, for the audit trail: percent-encoded UTF-8, 3 to 200 characters. The `reason` of a body goes before it.',
    }),
  ),
};

function security({ kind, operation }: Route): Record<string, string[]>[] {
  if (operation.auth === 'staff' || (kind === 'token' && operation.tag === 'staff')) return [{ staff: [] }];
  if (isViewable(operation)) return [{ session: [] }, { staff: [] }];
  if (kind === 'token' || operation.auth === 'session') return [{ session: [] }];
  return operation.auth === 'sandbox' ? [{ sandbox: [] }] : [];
}

function success(route: Route) {
  const { reply, summary } = route.operation;
  if (!reply) return { description: summary, type: 'null' };
  const json = { 'application/json': { schema: reply } };
  const streamed = route.kind === 'stream' ? { [route.mediaType]: { schema: Type.String() } } : {};
  return { description: summary, content: { ...json, ...streamed } };
}

/** Every code that an operation may answer with. */
export function codesOf(operation: Operation): ErrorCode[] {
  return [
    ...commonErrors,
    ...(operation.auth === 'session' ? sessionErrors : []),
    ...(isViewable(operation) ? viewErrors : []),
    ...(operation.auth === 'staff' ? staffErrors : []),
    ...(operation.mutation ? mutationErrors : []),
    ...operation.errors,
  ];
}

function problems(operation: Operation): Record<number, unknown> {
  const byStatus = Map.groupBy(codesOf(operation), (code) => errors[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: codes.join(', '), content: { [PROBLEM]: { schema: problemSchema(status, codes) } } },
    ]),
  );
}

/** RFC 9457 with our members. */
function problemSchema(status: number, codes: ErrorCode[]) {
  return Type.Object({
    type: Type.String(),
    title: Type.String(),
    status: Type.Literal(status),
    code: Type.Enum(codes),
    params: Type.Record(Type.String(), Type.Unknown()),
    request_id: Type.String(),
  });
}
