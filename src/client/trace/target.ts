import { operations } from '../../contract/index.ts';
import type { Operation } from '../../contract/operation.ts';
import { isRecord, redacted, shown } from './shown.ts';
import type { StandIns } from './stand-ins.ts';

/** Where a request goes, as far as it may be told. */
export interface Target {
  /** Undefined for a request that the contract does not know. */
  operation: Operation | undefined;
  /** Path and query, escaped. */
  path: string;
  query: { name: string; value: string }[];
}

/** Of no operation, and of nobody. */
const FIXED: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/v1/openapi.json']);

/** Path and query of a request through the allow-list: words of the contract pass, values as their schemas allow. */
export function shownTarget(method: string, target: string, standIns: StandIns): Target {
  const [path = '', search = ''] = target.split('?', 2);
  const segments = path.split('/').slice(1).map(decoded);
  const operation = operationAt(method, segments);
  const query = shownQuery(operation, new URLSearchParams(search), standIns);
  const told = operation === undefined ? unknownPath(path) : shownPath(operation, segments, standIns);
  const asked = query.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return { operation, path: asked.length === 0 ? told : `${told}?${asked.join('&')}`, query };
}

/** The operation with this method at this path; a path without parameters comes first. */
export function operationAt(method: string, segments: readonly string[]): Operation | undefined {
  const all: readonly Operation[] = Object.values(operations);
  const fitting = all.filter((one) => one.method === method && fits(templateOf(one), segments));
  return fitting.find(({ params }) => params === undefined) ?? fitting[0];
}

/** `{name}` in place of a segment. */
export function templateOf({ path }: Operation): string[] {
  return path.split('/').slice(1);
}

/** The name of the parameter that a segment of a template stands for. */
export function parameterOf(part: string): string | undefined {
  return /^\{(\w+)\}$/.exec(part)?.[1];
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, index) => parameterOf(part) !== undefined || part === segments[index])
  );
}

function shownPath(operation: Operation, segments: readonly string[], standIns: StandIns): string {
  const told = templateOf(operation).map((part, index) => {
    const name = parameterOf(part);
    if (name === undefined) return part;
    return encodeURIComponent(
      String(shown(operation.params?.properties[name], segments[index], { standIns })),
    );
  });
  return `/${told.join('/')}`;
}

function unknownPath(path: string): string {
  return FIXED.has(path) ? path : `/${encodeURIComponent(redacted('string'))}`;
}

function shownQuery(operation: Operation | undefined, search: URLSearchParams, standIns: StandIns) {
  const known = operation?.query?.properties ?? {};
  return [...search].map(([name, value]) => {
    const schema = Object.hasOwn(known, name) ? known[name] : undefined;
    if (schema === undefined) return { name: redacted('string'), value: redacted('string') };
    return { name, value: String(shown(schema, typed(schema, value), { standIns })) };
  });
}

/** A value of a query as the type that its schema names. */
export function typed(schema: unknown, value: string): unknown {
  const type = isRecord(schema) ? schema['type'] : undefined;
  if (type === 'integer' && /^\d{1,15}$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
