import { Check } from 'typebox/schema';
import type { HarEntry } from '../../client/trace/har.ts';
import { isRedacted } from '../../client/trace/shown.ts';
import { isStandIn } from '../../client/trace/stand-ins.ts';
import { operationAt, parameterOf, templateOf, typed } from '../../client/trace/target.ts';
import type { Operation } from '../../contract/operation.ts';
import { USAGE_STREAM } from '../../contract/operations/usage.ts';

/**
 * Why a request is not sent again. `unknown`: the contract has no such request · `login`: it logs in or out · `control`: it
 * moves a sandbox · `personal`: something in it was redacted · `write`: the cabinet is no sandbox of this machine.
 */
export type Skip = 'unknown' | 'login' | 'control' | 'personal' | 'write';

/** The parts of a call. */
export interface Input {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** A request of a trace, and how it is sent again. */
export interface Step {
  entry: HarEntry;
  again: { operation: Operation; input: Input; stream: boolean } | { skip: Skip };
}

/** True for a request that could change something, a dry run included. */
export function isWrite(step: Step): boolean {
  return step.entry.request.method !== 'GET';
}

/** The requests of a trace in their order; the tries of one are one, and a question asked again and again is asked once. */
export function planReplay(entries: readonly HarEntry[]): Step[] {
  return entries
    .filter((entry, index) => !isRepeated(entry, entries[index + 1]))
    .map((entry) => ({ entry, again: restore(entry) }));
}

function isRepeated(entry: HarEntry, next: HarEntry | undefined): boolean {
  if (next === undefined || keyOf(entry) !== keyOf(next)) return false;
  const lost = entry.response.status === 0 || BUSY.has(entry.response.status);
  return lost || entry.request.method === 'GET';
}

const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

function keyOf({ request }: HarEntry): string {
  const key = request.headers.find(({ name }) => name === 'idempotency-key')?.value ?? '';
  return [request.method, request.url, request.postData?.text ?? '', key].join(' ');
}

function restore({ request }: HarEntry): Step['again'] {
  const { pathname, searchParams } = new URL(request.url);
  const segments = pathname.split('/').slice(1).map(decodeURIComponent);
  const operation = operationAt(request.method, segments);
  if (operation === undefined) return { skip: 'unknown' };
  if (operation.auth === 'none') return { skip: 'login' };
  if (operation.auth === 'sandbox') return { skip: 'control' };
  const input = inputOf(operation, segments, searchParams, request.postData?.text);
  if (isPersonal(input)) return { skip: 'personal' };
  if (!isAsked(operation, input)) return { skip: 'unknown' };
  const accept = request.headers.find(({ name }) => name === 'accept')?.value ?? '';
  return { operation, input, stream: accept.startsWith(USAGE_STREAM) };
}

function inputOf(
  operation: Operation,
  segments: readonly string[],
  search: URLSearchParams,
  body: string | undefined,
): Input {
  const named = templateOf(operation).flatMap((part, index) => {
    const name = parameterOf(part);
    return name === undefined ? [] : [[name, segments[index]]];
  });
  const asked = [...search].map(([name, value]) => [name, typed(operation.query?.properties[name], value)]);
  return {
    ...(operation.params === undefined ? {} : { params: Object.fromEntries(named) }),
    ...(asked.length === 0 ? {} : { query: Object.fromEntries(asked) }),
    ...(body === undefined ? {} : { body: parsed(body) }),
  };
}

/** A marker or a stand-in is never sent in place of what it stands for. */
function isPersonal(value: unknown): boolean {
  if (typeof value === 'string') return isRedacted(value) || isStandIn(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) => isRedacted(name) || isPersonal(member));
}

/** Only what the contract would send is sent, whatever is in the file. */
function isAsked({ params, query, body }: Operation, input: Input): boolean {
  const known = new Set(Object.keys(query?.properties ?? {}));
  return (
    (params === undefined || Check(params, input.params)) &&
    Object.keys(input.query ?? {}).every((name) => known.has(name)) &&
    (query === undefined || Check(query, input.query ?? {})) &&
    (body === undefined ? input.body === undefined : Check(body, input.body))
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
