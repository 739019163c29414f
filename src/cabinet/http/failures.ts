import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { describeFailure, isDatabaseUnavailable } from '../storage/failures.ts';
import { ProblemError, sendProblem, type WireError } from './problem.ts';

/** Everything thrown on the way becomes a problem; only our own faults are logged, and none is told to the client. */
export function answerFailures(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, { code: 'not_found', params: {} }));
  app.setErrorHandler((error, request, reply) => {
    const wire = toWireError(error, app.initialConfig.bodyLimit ?? 0);
    if (wire.code === 'internal' || wire.code === 'unavailable') logFailure(request, error);
    return sendProblem(reply, wire);
  });
}

/** A path that cannot be read, or with too long a part: nothing of ours is there, and no hook of ours has run. */
export function answerUnroutable(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({ 'cache-control': 'no-store', 'x-request-id': request.id });
  sendProblem(reply, { code: 'not_found', params: {} });
}

export function logFailure(request: FastifyRequest, error: unknown): void {
  request.log.error({ request_id: request.id, failure: describeFailure(error) }, 'failed');
}

function toWireError(error: unknown, bodyLimit: number): WireError {
  if (error instanceof ProblemError) return error.wire;
  if (isDatabaseUnavailable(error)) return { code: 'unavailable', params: {} };
  if (!isFastifyError(error)) return { code: 'internal', params: {} };
  if (error.validation) return { code: 'bad_request', params: invalidPart(error) };
  if (error.statusCode === 413) return { code: 'body_too_large', params: { limit_bytes: bodyLimit } };
  if (error.statusCode === 415) return badRequest('content-type', 'media_type');
  if (error.statusCode !== undefined && error.statusCode < 500) return badRequest('body', 'malformed');
  return { code: 'internal', params: {} };
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && ('validation' in error || 'statusCode' in error);
}

function badRequest(field: string, reason: string): WireError {
  return { code: 'bad_request', params: { field, reason } };
}

/** Names the field and the rule that it broke (a JSON Schema keyword, or `unknown`), never its value. */
function invalidPart({ validation, validationContext }: FastifyError): Record<string, unknown> {
  const [first] = validation ?? [];
  const missing = first?.params['requiredProperties'];
  const path = (first?.instancePath ?? '').split('/').slice(1);
  const named = [...path, ...(Array.isArray(missing) ? missing.slice(0, 1) : [])].join('.');
  const field = /^[\w.-]{1,64}$/.test(named) ? named : (validationContext ?? 'body');
  // A field that the schema does not know meets the schema `false`.
  const reason = first?.keyword === 'boolean' ? 'unknown' : (first?.keyword ?? 'malformed');
  return { field, reason };
}
