import type { ErrorParams } from '../client/errors.ts';
import type { ErrorCode } from '../contract/errors.ts';
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
};

/** The parameters of a problem as its text needs them: money and dates by locale, words translated, the rest harmless. */
export function explainParams(
  code: ErrorCode,
  params: ErrorParams,
  t: Translator,
  locale: Locale,
): MessageParams {
  const told: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    const word = wordFor(code, value);
    told[name] = word === undefined ? explainValue(value, locale) : t(word);
  }
  return { ...told, ...derived(code, params, told) };
}

/** Own members only: a peer may answer with «constructor». */
function wordFor(code: ErrorCode, value: unknown): MessageKey | undefined {
  const words = WORDS[code];
  return words !== undefined && typeof value === 'string' && Object.hasOwn(words, value)
    ? words[value]
    : undefined;
}

function explainValue(value: unknown, locale: Locale): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return isInstant(value) ? formatDateTime(value, locale) : sanitize(value);
  if (Array.isArray(value)) return value.map((item) => nameOf(item, locale)).join(', ');
  const amount = isMoney(value) ? parseAmount(value.amount) : null;
  return amount === null ? sanitize(JSON.stringify(value) ?? '') : formatMoney(amount, locale);
}

/** A thing of the catalogue by its name in the reader's language. */
function nameOf(item: unknown, locale: Locale): string {
  const { name } = (item ?? {}) as { name?: Partial<Record<Locale, unknown>> };
  return `«${sanitize(String(name?.[locale] ?? '?'))}»`;
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text);
}

function isMoney(value: unknown): value is { amount: string } {
  return typeof value === 'object' && value !== null && 'amount' in value && typeof value.amount === 'string';
}

/** Words of a text that are computed from the parameters; a peer that leaves a parameter out must not break the text. */
function derived(code: ErrorCode, params: ErrorParams, told: Record<string, string | number>): MessageParams {
  const number = (name: string) => (typeof params[name] === 'number' ? params[name] : 0);
  const word = (name: string) => told[name] ?? '?';
  switch (code) {
    case 'login_locked':
      return { minutes: Math.max(1, Math.ceil(number('retry_after_seconds') / 60)) };
    case 'codeword_wrong':
      return { count: number('attempts_left') };
    case 'password_too_weak':
      return { why: word('reason') };
    case 'bad_request':
      return { field: word('field'), reason: word('reason') };
    case 'insufficient_funds':
      return { needed: word('needed'), available: word('available') };
    case 'rate_limited':
      return { retry_after_seconds: number('retry_after_seconds') };
    case 'session_idle':
      return { idle_minutes: number('idle_minutes') };
    case 'tariff_switch_too_soon':
      return { not_before: word('not_before') };
    case 'sim_already_blocked':
      return { blocked_until: word('blocked_until') };
    case 'gift_already_settled':
      return { state: word('state') };
    case 'gift_expired':
      return { expired_at: word('expired_at') };
    case 'bonus_insufficient':
      return { needed: word('needed'), available: word('available') };
    case 'payment_amount_out_of_range':
      return { minimum: word('minimum'), maximum: word('maximum') };
    case 'service_requires':
    case 'service_conflicts':
    case 'service_required_by':
      return { services: word('services') };
    case 'tone_settings_full':
      return { limit: word('limit') };
    case 'promise_already_open':
      return { due_at: word('due_at') };
    case 'promise_tenure_too_short':
      return { not_before: word('not_before') };
    case 'offer_expired':
      return { expired_at: word('expired_at') };
    case 'period_out_of_range':
      return { earliest: word('earliest') };
    default:
      return {};
  }
}
