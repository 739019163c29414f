import { CommanderError } from 'commander';
import { SecretStoreError } from '../auth/secret-store.ts';
import { CabinetError, TransportError } from '../client/errors.ts';
import { ConfigError } from '../config/errors.ts';
import { errors, isErrorCode, type Remedy } from '../contract/errors.ts';
import type { Locale, MessageKey, MessageParams, Translator } from '../messages/index.ts';
import { isLoopback } from '../shared/origin.ts';
import { CliError } from './errors.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { explainCommandLine } from './explain-command-line.ts';
import { explainParams } from './explain-params.ts';
import { sanitize, sanitizeParams } from './render/sanitize.ts';

/** A failure as it is told: stable code, text, what to do next, exit code. */
export interface Explanation {
  exit: ExitCode;
  code: string;
  message: string;
  hint?: string;
  requestId?: string;
}

/** The only place that turns an error of any kind into text and an exit code. */
export function explain(error: unknown, t: Translator, locale: Locale): Explanation {
  if (error instanceof CliError) return explainCli(error, t);
  if (error instanceof CabinetError) return explainCabinet(error, t, locale);
  if (error instanceof TransportError) return explainTransport(error, t);
  if (error instanceof ConfigError) return explainConfig(error, t);
  if (error instanceof SecretStoreError) return explainStore(error, t);
  if (error instanceof CommanderError) return explainCommandLine(error, t);
  const detail = error instanceof Error ? error.message : String(error);
  return {
    exit: exitCodes.failed,
    code: 'unexpected',
    message: t('error.unexpected', { detail: sanitize(detail) }),
  };
}

function explainCli(error: CliError, t: Translator): Explanation {
  const params = sanitizeParams(error.params);
  const message = t(error.key, params);
  const told = { exit: error.exit, code: error.code, message, ...requestOf(error.cause) };
  return error.hint === undefined ? told : { ...told, hint: t(error.hint, params) };
}

/** The number by which support finds the request that failed. */
function requestOf(error: unknown): { requestId?: string } {
  return error instanceof CabinetError && error.requestId !== undefined
    ? { requestId: sanitize(error.requestId) }
    : {};
}

const EXIT_OF: Record<Remedy, ExitCode> = {
  refused: exitCodes.refused,
  login: exitCodes.login,
  retry: exitCodes.unreachable,
  fault: exitCodes.failed,
};

function explainCabinet(error: CabinetError, t: Translator, locale: Locale): Explanation {
  const { code } = error;
  const id = requestOf(error);
  if (!isErrorCode(code)) {
    const exit =
      error.status === 401
        ? exitCodes.login
        : error.status >= 500
          ? exitCodes.unreachable
          : exitCodes.refused;
    return { exit, code: sanitize(code), message: t('cabinet.unknown', { code: sanitize(code) }), ...id };
  }
  const { remedy } = errors[code];
  const params = explainParams(code, error.params, t, locale);
  const hint = hintFor(code, remedy, t);
  const told = { exit: EXIT_OF[remedy], code, message: t(`cabinet.${code}`, params), ...id };
  return hint === undefined ? told : { ...told, hint };
}

/** Codes with a hint of their own; the others follow their remedy. */
const OWN_HINTS: Readonly<Record<string, MessageKey>> = {
  tariff_not_available: 'hint.tariff_not_available',
  insufficient_funds: 'hint.payment',
  service_not_found: 'hint.service_not_found',
  news_not_found: 'hint.news_not_found',
  card_number_refused: 'hint.card_number',
  offer_not_found: 'hint.offer_not_found',
  promise_amount_unknown: 'hint.promise_amount_unknown',
  tone_not_found: 'hint.tone_not_found',
  tone_service_required: 'hint.tone_service_required',
  tone_setting_not_found: 'hint.tone_setting_not_found',
  tone_service_off: 'hint.tone_service_off',
  status_message_not_found: 'hint.status_message_not_found',
  gift_not_found: 'hint.gift_not_found',
  line_blocked: 'hint.line_blocked',
  line_disconnected: 'hint.line_disconnected',
  codeword_exhausted: 'hint.codeword_exhausted',
  wrong_credentials: 'hint.forgotten',
  login_locked: 'hint.forgotten',
  recovery_required: 'hint.recovery_required',
  password_change_required: 'hint.password_change_required',
  staff_only: 'hint.staff_only',
  enrolment_required: 'hint.staff_only',
  staff_reset_required: 'hint.staff_reset_required',
  subscriber_only: 'hint.subscriber_only',
  subscriber_not_found: 'hint.subscriber_not_found',
  member_not_found: 'hint.member_not_found',
};

function hintFor(code: string, remedy: Remedy, t: Translator): string | undefined {
  const own = OWN_HINTS[code];
  if (own !== undefined) return t(own);
  if (code.startsWith('session_') || code.startsWith('token_')) return t('hint.login');
  if (remedy === 'retry') return t('hint.retry');
  return undefined;
}

const UNSAFE_TO_RETRY: ReadonlySet<TransportError['failure']> = new Set([
  'redirect',
  'insecure',
  'tls',
  'bad_reply',
  'too_large',
]);

function explainTransport(error: TransportError, t: Translator): Explanation {
  const params: MessageParams = { origin: sanitize(error.origin), detail: sanitize(error.detail) };
  return {
    exit: exitCodes.unreachable,
    code: `transport_${error.failure}`,
    message: t(`transport.${error.failure}`, params),
    hint: t(transportHint(error)),
  };
}

function transportHint({ failure, origin }: TransportError): MessageKey {
  if (failure === 'refused' && isLoopback(origin)) return 'hint.start-sandbox';
  return UNSAFE_TO_RETRY.has(failure) ? 'hint.doctor' : 'hint.retry';
}

function explainConfig({ problem, params }: ConfigError, t: Translator): Explanation {
  const exit = problem === 'bad_value' ? exitCodes.usage : exitCodes.failed;
  const message = t(`config-problem.${problem}`, sanitizeParams(params));
  const hint = problem === 'corrupt' ? { hint: t('config-problem.corrupt-hint') } : {};
  return { exit, code: `config_${problem}`, message, ...hint };
}

/** A store that does not work is its own failure, never «not logged in»; the hint names the way without it. */
function explainStore({ problem, params }: SecretStoreError, t: Translator): Explanation {
  const message = t(`store-problem.${problem}`, sanitizeParams(params));
  const hint = t(
    problem === 'exposed' || problem === 'corrupt' || problem === 'wrong_passphrase'
      ? 'store-problem.file-hint'
      : 'store-problem.hint',
    sanitizeParams(params),
  );
  return { exit: exitCodes.failed, code: `secret_store_${problem}`, message, hint };
}
