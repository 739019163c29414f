import type { FastifyReply } from 'fastify';
import { type ErrorCode, errors } from '../../contract/errors.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** The code of the problem that is answered. */
    problem: ErrorCode | null;
  }
}

export const PROBLEM = 'application/problem+json';

/** A stable code and the parameters that a client needs to make its own text. */
export interface WireError {
  code: ErrorCode;
  params: Record<string, unknown>;
}

/** Thrown inside `http` only, to answer with a problem. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly wire: WireError;

  constructor(code: ErrorCode, params: Record<string, unknown> = {}) {
    super(code);
    this.wire = { code, params };
  }
}

/** The body of a problem (RFC 9457 §3). */
export function problemBody({ code, params }: WireError, requestId: string) {
  const { status } = errors[code];
  const title = code.replaceAll('_', ' ');
  return { type: `urn:lisa:problem:${code}`, title, status, code, params, request_id: requestId };
}

/** Answers with a problem; a `retry_after_seconds` also becomes `Retry-After` (RFC 9110 §10.2.3). */
export function sendProblem(reply: FastifyReply, error: WireError): FastifyReply {
  const { status } = errors[error.code];
  reply.problem = error.code;
  const wait = error.params['retry_after_seconds'] ?? (status === 503 ? 1 : undefined);
  if (typeof wait === 'number') reply.header('retry-after', wait);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  const body = JSON.stringify(problemBody(error, reply.request.id));
  return reply.code(status).type(PROBLEM).serializer(String).send(body);
}
