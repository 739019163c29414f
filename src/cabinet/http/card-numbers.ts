import type { FastifyRequest } from 'fastify';
import { isCardNumber } from '../../shared/card-number.ts';
import { ProblemError } from './problem.ts';

/**
 * Refuses a request with a card number anywhere in it (R14), before anything else looks at its values.
 * @throws ProblemError `card_number_refused`, which names the field and never what is in it
 */
export async function refuseCardNumbers(request: FastifyRequest): Promise<void> {
  const { params, query, body, reason } = request;
  const headers = { 'idempotency-key': request.headers['idempotency-key'], 'lisa-reason': reason };
  for (const [name, part] of Object.entries({ path: params, query, body, headers })) {
    const field = await findCardNumber(part, []);
    if (field !== undefined)
      throw new ProblemError('card_number_refused', { field: field.join('.') || name });
  }
}

/** Where the first one is: the names that lead to it, without a name that is one itself. */
async function findCardNumber(
  value: unknown,
  path: readonly string[],
): Promise<readonly string[] | undefined> {
  if (typeof value === 'string' || typeof value === 'number')
    return (await isCardNumber(String(value))) ? path : undefined;
  if (value === null || typeof value !== 'object') return undefined;
  for (const [name, part] of Object.entries(value)) {
    if (await isCardNumber(name)) return path;
    const known = /^[\w-]{1,40}$/.test(name) ? [...path, name] : path;
    const found = await findCardNumber(part, known);
    if (found !== undefined) return found;
  }
  return undefined;
}
