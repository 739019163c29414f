import { createHash, createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Operation } from '../../contract/operation.ts';
import { ProblemError } from './problem.ts';

/** What the header may hold; a UUID fits. Also the pattern that OpenAPI shows. */
export const KEY_PATTERN = '^[A-Za-z0-9_.:-]{8,100}$';
const KEY = new RegExp(KEY_PATTERN);

/** The key of a mutation. @throws ProblemError when it is missing or malformed */
export function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') throw new ProblemError('idempotency_key_required');
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new ProblemError('bad_request', { field: 'idempotency-key', reason: 'pattern' });
  }
  return key;
}

/**
 * SHA-256 of the input in canonical form; with a key its HMAC. A plain hash of a password or a codeword could be guessed
 * offline, so an input that carries one is hashed under something that the cabinet does not keep.
 */
export function hashInput(operation: Operation, input: unknown, key: string | null): Buffer {
  const hash = key === null ? createHash('sha256') : createHmac('sha256', key);
  return hash.update(operation.id).update('\n').update(canonical(input)).digest();
}

/** `dry_run` says how to run, not what to do. */
export function withoutDryRun(input: unknown): unknown {
  const { query, ...rest } = input as { query?: Record<string, unknown> };
  const { dry_run: _, ...others } = query ?? {};
  return { ...rest, query: others };
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
