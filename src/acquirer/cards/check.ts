import cardValidator from 'card-validator';
import { recognise } from './brands.ts';
import { findTestCard, type TestCard } from './test-cards.ts';

/** What is typed on the page. It lives as long as the request that brings it, and is kept nowhere. */
export interface CardFields {
  number: string;
  expiry: string;
  cvc: string;
}

export type Field = keyof CardFields;

/** What is wrong with a field. `refused` names a payment system that is not taken. */
export type FieldProblem =
  | { kind: 'number_missing' | 'number_invalid' | 'number_not_test' }
  | { kind: 'number_refused'; system: string }
  | { kind: 'expiry_missing' | 'expiry_invalid' | 'expiry_past' }
  | { kind: 'cvc_missing' | 'cvc_invalid' };

export type FieldProblems = Partial<Record<Field, FieldProblem>>;

const LONGEST_VALIDITY_YEARS = 20;
const CVC_DIGITS = 3;

/** Checks all three fields; the card is there when nothing is wrong with any of them. */
export function checkCard(
  fields: CardFields,
  now: Date,
): { card: TestCard; problems: null } | { card: null; problems: FieldProblems } {
  const number = numberProblem(fields.number);
  const expiry = expiryProblem(fields.expiry, now);
  const cvc = cvcProblem(fields.cvc);
  const card = findTestCard(fields.number);
  if (!number && !expiry && !cvc && card) return { card, problems: null };
  return {
    card: null,
    problems: { ...(number && { number }), ...(expiry && { expiry }), ...(cvc && { cvc }) },
  };
}

export function numberProblem(number: string): FieldProblem | undefined {
  if (number.trim() === '') return { kind: 'number_missing' };
  const { refused, complete } = recognise(number.trim());
  if (refused !== null) return { kind: 'number_refused', system: refused };
  if (!complete) return { kind: 'number_invalid' };
  return findTestCard(number) ? undefined : { kind: 'number_not_test' };
}

/** A card is good until the end of the month on it. */
export function expiryProblem(expiry: string, now: Date): FieldProblem | undefined {
  if (expiry.trim() === '') return { kind: 'expiry_missing' };
  const match = /^(\d{1,2})\s*[/.\- ]\s*(?:20)?(\d{2})$|^(\d{2})(?:20)?(\d{2})$/.exec(expiry.trim());
  const month = Number(match?.[1] ?? match?.[3]);
  const year = 2000 + Number(match?.[2] ?? match?.[4]);
  if (!match || month < 1 || month > 12) return { kind: 'expiry_invalid' };
  const monthsLeft = (year - now.getUTCFullYear()) * 12 + month - 1 - now.getUTCMonth();
  if (monthsLeft < 0) return { kind: 'expiry_past' };
  return monthsLeft > LONGEST_VALIDITY_YEARS * 12 ? { kind: 'expiry_invalid' } : undefined;
}

export function cvcProblem(cvc: string): FieldProblem | undefined {
  if (cvc.trim() === '') return { kind: 'cvc_missing' };
  return cardValidator.cvv(cvc.trim(), CVC_DIGITS).isValid ? undefined : { kind: 'cvc_invalid' };
}
