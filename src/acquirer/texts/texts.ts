import type { Brand } from '../cards/brands.ts';
import type { FieldProblem } from '../cards/check.ts';
import type { Behaviour } from '../cards/test-cards.ts';
import type { DeclineReason, Language } from '../orders/order.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** What a customer is told at the end of the way, or instead of it. */
export type OutcomeKind =
  | DeclineReason
  | 'success'
  | 'already_paid'
  | 'cancelled'
  | 'timed_out'
  | 'not_found'
  | 'forbidden'
  | 'fault';

type PlainProblem = Exclude<FieldProblem['kind'], 'number_refused'>;

/** Every text of the pages in one language. */
export interface Texts {
  /** The language's own name. */
  name: string;
  language: string;
  bank: string;
  sandbox: string;
  sandboxMore: string;
  pageTitle(title: string, bank: string): string;
  errorTitle(title: string): string;
  payTitle: string;
  amount: string;
  payee: string;
  merchant: string;
  purpose: string;
  purposeText: string;
  paymentId: string;
  card: string;
  cardEnding(brand: string, last4: string): string;
  timeLeft(minutes: number): string;
  brands: Readonly<Record<Brand, string>>;
  accepted: string;
  number: string;
  expiry: string;
  expiryHint: string;
  cvc: string;
  cvcHint: string;
  pay(amount: string): string;
  paying: string;
  cancel: string;
  safety: string;
  errors: string;
  retype: string;
  retypeCard(last4: string): string;
  problems: Readonly<Record<PlainProblem, string>>;
  refused(system: string): string;
  refusedShort(system: string): string;
  recognised(brand: string): string;
  testCards: string;
  testCardsHint: string;
  useCard(number: string): string;
  behaviours: Readonly<Record<Behaviour, string>>;
  confirmTitle: string;
  confirmLead(last4: string): string;
  confirmSandbox: string;
  code: string;
  codeHint: string;
  confirm: string;
  codeMissing: string;
  codeWrong(left: number): string;
  codeErrors: string;
  /** A heading and a sentence. */
  outcomes: Readonly<Record<OutcomeKind, readonly [title: string, text: string]>>;
  tryAgain: string;
}

export const texts: Readonly<Record<Language, Texts>> = { en, ru };

/** What is wrong with a field, in words. */
export function tellProblem(told: Texts, problem: FieldProblem): string {
  return problem.kind === 'number_refused' ? told.refused(problem.system) : told.problems[problem.kind];
}

/** «1 000,00 ₽», «₽1,000.00»; `amount` is a decimal, and is never made a floating-point number. */
export function tellAmount(language: Language, amount: string): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'RUB',
    currencyDisplay: 'narrowSymbol',
  }).format(amount as Intl.StringNumericLiteral);
}
