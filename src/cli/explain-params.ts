import type { ErrorParams } from '../client/errors.ts';
import { type ErrorCode, errors } from '../contract/errors.ts';
import type { Locale, MessageKey, MessageParams, Translator } from '../messages/index.ts';
import { parseAmount } from '../shared/money.ts';
import { formatDateTime, formatMoney } from './render/format.ts';
import { sanitize } from './render/sanitize.ts';

/** Parameters whose value is one of our words, and the messages behind them. */
const WORDS: Readonly<Record<string, Readonly<Record<string, MessageKey>>>> = {
  password_too_weak: {
    too_short: 'weakness.too_short',
    too_long: 'weakness.too_long',
    bad_characters: 'weakness.bad_characters',
    no_digit: 'weakness.no_digit',
    no_capital: 'weakness.no_capital',
    contains_login: 'weakness.contains_login',
  },
  gift_already_settled: {
    accepted: 'gift-state.accepted',
    refused: 'gift-state.refused',
    expired: 'gift-state.expired',
  },
  role_forbidden: {
    issuer: 'staff-role.issuer',
    support: 'staff-role.support',
    auditor: 'staff-role.auditor',
    administrator: 'staff-role.administrator',
  },
  login_taken: {
    account_id: 'field.account',
    msisdn: 'field.msisdn',
    network_login: 'field.network-login',
  },
};

/** Parameters that are counted with. */
const COUNTS: ReadonlySet<string> = new Set([
  'retry_after_seconds',
  'idle_minutes',
  'attempts_left',
  'limit_bytes',
]);

/**
 * The parameters of a problem as its text needs them: money and dates by locale, words translated, the rest harmless.
 * A peer that leaves one out, or sends nonsense, must not break the text.
 */
export function explainParams(
  code: ErrorCode,
  params: ErrorParams,
  t: Translator,
  locale: Locale,
): MessageParams {
  const told: Record<string, string | number> = {};
  for (const name of errors[code].params) {
    const value = params[name];
    if (COUNTS.has(name)) told[name] = Number.isFinite(value) ? (value as number) : 0;
    else told[name] = wordsFor(code, value, t) ?? explainValue(value, locale);
  }
  return { ...told, ...derived(code, told) };
}

/** One word of ours, or a list of nothing else. */
function wordsFor(code: ErrorCode, value: unknown, t: Translator): string | undefined {
  const keys = (Array.isArray(value) ? value : [value]).map((item) => wordFor(code, item));
  const known = keys.filter((key) => key !== undefined);
  return known.length > 0 && known.length === keys.length ? known.map((key) => t(key)).join(', ') : undefined;
}

/** Own members only: a peer may answer with «constructor». */
function wordFor(code: ErrorCode, value: unknown): MessageKey | undefined {
  const words = WORDS[code];
  return words !== undefined && typeof value === 'string' && Object.hasOwn(words, value)
    ? words[value]
    : undefined;
}

function explainValue(value: unknown, locale: Locale): string | number {
  if (value === undefined || value === null) return '?';
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return isInstant(value) ? formatDateTime(value, locale) : sanitize(value);
  if (Array.isArray(value)) return value.map((item) => nameOf(item, locale)).join(', ');
  const amount = isMoney(value) ? parseAmount(value.amount) : null;
  return amount === null ? sanitize(JSON.stringify(value) ?? '') : formatMoney(amount, locale);
}

/** A thing of the catalogue by its name in the reader's language. */
function nameOf(item: unknown, locale: Locale): string {
  const { name } = (item ?? {}) as { name?: Partial<Record<Locale, unknown>> | null };
  const shown = name?.[locale];
  return `«${typeof shown === 'string' ? sanitize(shown) : '?'}»`;
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text);
}

function isMoney(value: unknown): value is { amount: string } {
  return typeof value === 'object' && value !== null && 'amount' in value && typeof value.amount === 'string';
}

/** What a text says of its parameters in other words. */
function derived(code: ErrorCode, told: Record<string, string | number>): MessageParams {
  switch (code) {
    case 'login_locked':
    case 'identity_locked':
      return { minutes: Math.max(1, Math.ceil(Number(told['retry_after_seconds']) / 60)) };
    case 'codeword_wrong':
      return { count: Number(told['attempts_left']) };
    case 'password_too_weak':
      return { why: told['reason'] ?? '' };
    default:
      return {};
  }
}
