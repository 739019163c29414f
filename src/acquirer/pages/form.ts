import type { CardFields } from '../cards/check.ts';

const LONGEST_FIELD = 64;

export function cardFields(body: unknown): CardFields {
  return { number: field(body, 'number'), expiry: field(body, 'expiry'), cvc: field(body, 'cvc') };
}

/** A field of a form; empty when it is missing, came twice or is too long to be one. */
export function field(form: unknown, name: string): string {
  if (typeof form !== 'object' || form === null) return '';
  const value: unknown = Reflect.get(form, name);
  return typeof value === 'string' && value.length <= LONGEST_FIELD ? value : '';
}
