import { isRecord, isRedacted, type Json } from '../../client/trace/shown.ts';
import { isStandIn } from '../../client/trace/stand-ins.ts';
import type { Outcome } from './outcome.ts';

/** One field that is another now; null where there is none. */
export interface Difference {
  /** `status`, `code`, or a JSON path into the reply. */
  field: string;
  recorded: string | null;
  now: string | null;
}

const MOST_DIFFERENCES = 100;

/**
 * What is not the same, field by field. Moments, ids of what was done, cursors and whatever was redacted are the same as long
 * as both are there: they belong to the clock, the request or the person. Stand-ins have to stand for the same things.
 */
export function compareOutcomes(recorded: Outcome, now: Outcome): Difference[] {
  const found: Difference[] = [];
  compareValues('status', recorded.status, now.status, found, new Map());
  compareValues('code', recorded.code, now.code, found, new Map());
  const same = recorded.status === now.status && recorded.code === now.code;
  if (same) compareValues('$', recorded.reply, now.reply, found, new Map());
  return found.slice(0, MOST_DIFFERENCES);
}

/** `people`: which stand-in of now was which of then. */
type People = Map<string, string>;

function compareValues(field: string, then: Json, now: Json, found: Difference[], people: People): void {
  if (Array.isArray(then) && Array.isArray(now)) compareLists(field, then, now, found, people);
  else if (isRecord(then) && isRecord(now)) compareMembers(field, then, now, found, people);
  else if (!isSame(then, now, people)) found.push({ field, recorded: tell(then), now: tell(now) });
}

/** Things with an id are compared with themselves, wherever they stand; other items by their place. */
function compareLists(field: string, then: Json[], now: Json[], found: Difference[], people: People): void {
  const [thens, nows] = [byId(then), byId(now)];
  if (thens !== undefined && nows !== undefined) {
    for (const id of new Set([...thens.keys(), ...nows.keys()]))
      compareValues(`${field}[${id}]`, thens.get(id) ?? null, nows.get(id) ?? null, found, people);
    return;
  }
  if (then.length !== now.length)
    found.push({ field: `${field}.length`, recorded: String(then.length), now: String(now.length) });
  const shorter = Math.min(then.length, now.length);
  for (let index = 0; index < shorter; index += 1)
    compareValues(`${field}[${index}]`, then[index] ?? null, now[index] ?? null, found, people);
}

/** Undefined when ids do not tell the items apart, or are of what was done. */
function byId(items: readonly Json[]): Map<string, Json> | undefined {
  const pairs = items.flatMap((item) => {
    const id = isRecord(item) ? item['id'] : undefined;
    return typeof id === 'string' && !FORMS.some((form) => form.test(id)) ? [[id, item] as const] : [];
  });
  const known = new Map(pairs);
  return known.size === items.length ? known : undefined;
}

type Members = { [name: string]: Json };

function compareMembers(
  field: string,
  then: Members,
  now: Members,
  found: Difference[],
  people: People,
): void {
  for (const name of new Set([...Object.keys(then), ...Object.keys(now)])) {
    if (!VOLATILE.has(name) && !isRedacted(name))
      compareValues(`${field}.${name}`, then[name] ?? null, now[name] ?? null, found, people);
  }
}

const VOLATILE: ReadonlySet<string> = new Set(['request_id', 'next']);

function isSame(then: Json, now: Json, people: People): boolean {
  if (then === now) return true;
  if (typeof then !== 'string' || typeof now !== 'string') return false;
  if (isStandIn(then) && isStandIn(now)) {
    if (!people.has(now)) people.set(now, then);
    return people.get(now) === then;
  }
  return FORMS.some((form) => form.test(then) && form.test(now));
}

const FORMS: readonly RegExp[] = [
  /^\[redacted/,
  /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/,
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /^[0-9a-f]{1,12}-[0-9a-f]{1,15}$/,
];

/** Of something that is only there once, its id is enough. */
function tell(value: Json): string | null {
  if (value === null) return null;
  if (isRecord(value) && typeof value['id'] === 'string') return value['id'];
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
