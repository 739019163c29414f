import { Check } from 'typebox/schema';
import { TRACE, type TraceMark } from '../../contract/trace-mark.ts';
import type { StandIns } from './stand-ins.ts';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const REDACTED = '[redacted';
const MOST_ITEMS = 200;

/** True for what stands in a trace in place of a value that nobody is told. */
export function isRedacted(text: string): boolean {
  return text.startsWith(REDACTED);
}

/** In place of a value, with what may be said of it. */
export function redacted(about: string): string {
  return `${REDACTED} ${about}]`;
}

export interface Showing {
  standIns: StandIns;
  /** Of a body with secrets not even numbers are told. */
  secrets?: boolean;
}

/**
 * What a trace tells of a value: only what its schema allows. Words of a closed list, moments, numbers, UUIDs and text with
 * a mark pass, and only when they look like it; the rest is replaced by its type. Members that the schema does not know
 * are counted.
 */
export function shown(schema: unknown, value: unknown, showing: Showing): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' && isRedacted(value)) return MARKER.test(value) ? value : redacted('string');
  if (!isRecord(schema)) return redacted(typeOf(value));
  const choices = schema['anyOf'];
  if (Array.isArray(choices)) return shown(choiceFor(choices, value), value, showing);
  if (schema['properties'] !== undefined && isRecord(value)) return shownMembers(schema, value, showing);
  if (schema['items'] !== undefined && Array.isArray(value)) return shownItems(schema, value, showing);
  switch (typeof value) {
    case 'string':
      return shownText(schema, value, showing);
    case 'boolean':
      return schema['type'] === 'boolean' || schema['const'] === value ? value : redacted('boolean');
    case 'number':
      return !showing.secrets && isNumeric(schema) ? value : redacted('number');
    default:
      return redacted(typeOf(value));
  }
}

function shownMembers(schema: Known, value: Known, showing: Showing): Json {
  const properties = schema['properties'] as Known;
  const told: Record<string, Json> = {};
  let unknown = 0;
  for (const [name, member] of Object.entries(value)) {
    if (Object.hasOwn(properties, name)) told[name] = shown(properties[name], member, showing);
    else unknown += Number(COUNT.exec(name)?.[1] ?? 1);
  }
  if (unknown > 0) told[redacted(`${unknown} unknown`)] = redacted('members');
  return told;
}

function shownItems(schema: Known, value: readonly unknown[], showing: Showing): Json {
  const left = Number(MORE.exec(String(value.at(-1)))?.[1] ?? 0);
  const items = left === 0 ? value : value.slice(0, -1);
  const told = items.slice(0, MOST_ITEMS).map((item) => shown(schema['items'], item, showing));
  const more = left + items.length - told.length;
  return more === 0 ? told : [...told, redacted(`${more} more`)];
}

function shownText(schema: Known, text: string, { standIns }: Showing): string {
  const words = schema['enum'];
  if (Array.isArray(words) ? words.includes(text) : schema['const'] === text) return text;
  const mark = schema[TRACE] as TraceMark | undefined;
  if (mark === 'msisdn' || mark === 'account' || mark === 'login') return standIns.of(mark, text);
  return mayTell(schema, mark, text) ? text : redacted('string');
}

/** The markers that we make ourselves, which stay what they are; nobody else may say more in one. */
const MARKER = /^\[redacted (string|number|boolean|object|array|members|\d{1,9} more)\]$/;
const MORE = /^\[redacted (\d{1,9}) more\]$/;
const COUNT = /^\[redacted (\d{1,9}) unknown\]$/;

function mayTell(schema: Known, mark: TraceMark | undefined, text: string): boolean {
  if (schema['format'] === 'date-time') return MOMENT.test(text);
  if (schema['format'] === 'uuid') return UUID.test(text);
  switch (mark) {
    case 'closed':
      return text.length <= LONGEST_CLOSED && Check(schema, text);
    case 'id':
      return UUID.test(text) || (ID.test(text) && !NUMBER_OF_SOMEBODY.test(text));
    case 'words':
      return text.length <= LONGEST_WORDS && !hasNumber(text);
    default:
      return false;
  }
}

const LONGEST_CLOSED = 64;
const LONGEST_WORDS = 2000;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Account numbers begin at six digits (R1); a cursor may be one. */
const NUMBER_OF_SOMEBODY = /\d{9}|^\d{6,}$/;
const ID = /^(?!lisa_)[A-Za-z0-9][A-Za-z0-9_./-]{0,63}$/;

/** A mobile number, an account or a card, with its digits in groups too. */
function hasNumber(text: string): boolean {
  return /\d{6}|\d(?:[\s().-]{1,2}\d|\d){8}/.test(text);
}

/** Null beside another schema is the only choice that needs no look; of several the one that fits. */
function choiceFor(choices: readonly unknown[], value: unknown): unknown {
  const others = choices.filter((choice) => !(isRecord(choice) && choice['type'] === 'null'));
  return others.length === 1 ? others[0] : others.find((choice) => isRecord(choice) && Check(choice, value));
}

function isNumeric({ type, const: only }: Known): boolean {
  return type === 'integer' || type === 'number' || typeof only === 'number';
}

type Known = Record<string, unknown>;

export function isRecord(value: unknown): value is Known {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}
