import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.ts';

const REASON = /^[^\p{Cc}]{3,200}$/u;

/**
 * Why a member asks for something: the header `Lisa-Reason`, percent-encoded UTF-8, 3 to 200 characters; null without one.
 * @throws ProblemError `bad_request` when it is anything else
 */
export function reasonHeader(request: FastifyRequest): string | null {
  const header = request.headers['lisa-reason'];
  if (header === undefined) return null;
  const reason = decoded(header);
  if (reason === null || !REASON.test(reason))
    throw new ProblemError('bad_request', { field: 'lisa-reason', reason: 'pattern' });
  return reason;
}

function decoded(header: string | string[]): string | null {
  if (typeof header !== 'string') return null;
  try {
    return decodeURIComponent(header).trim();
  } catch {
    return null;
  }
}
