import type { Operation } from '../contract/operation.ts';
import type { RawRequest } from './exchange.ts';

/** The parts of a call, as the contract names them. */
export interface AnyInput {
  params?: Readonly<Record<string, unknown>>;
  query?: Readonly<Record<string, unknown>>;
  body?: unknown;
}

/** A call as an HTTP request. Values in path and query are escaped. */
export function toRequest(
  operation: Operation,
  input: AnyInput,
  headers: Readonly<Record<string, string>>,
): RawRequest {
  const { method } = operation;
  const target = `${pathOf(operation, input)}${queryOf(input.query)}`;
  if (input.body === undefined) return { method, path: target, headers };
  return {
    method,
    path: target,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(input.body),
  };
}

/** The path alone: what may be shown, because a query can carry what is nobody's business. */
export function pathOf(operation: Operation, input: AnyInput): string {
  return operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name])),
  );
}

function queryOf(query: AnyInput['query']): string {
  const values = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined) values.set(name, String(value));
  return values.size === 0 ? '' : `?${values}`;
}
