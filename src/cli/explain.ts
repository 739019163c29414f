import { CommanderError } from 'commander';
import { SecretStoreError } from '../auth/secret-store.ts';
import { CabinetError, TransportError } from '../client/errors.ts';
import { ConfigError, type ConfigProblem } from '../config/errors.ts';
import { errors, isErrorCode, type Remedy } from '../contract/errors.ts';
import type { Locale, MessageKey, MessageParams, Translator } from '../messages/index.ts';
import { isLoopback } from '../shared/origin.ts';
import { CliError } from './errors.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { explainCommandLine } from './explain-command-line.ts';
import { explainParams } from './explain-params.ts';
import { hints } from './hints.ts';
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
    const message = t('cabinet.unknown', { code: sanitize(code) });
    return { exit, code: sanitize(code), message, hint: t('hint.fault'), ...id };
  }
  const { remedy } = errors[code];
  const params = explainParams(code, error.params, t, locale);
  const hint = hints[code];
  const told = { exit: EXIT_OF[remedy], code, message: t(`cabinet.${code}`, params), ...id };
  return hint === null ? told : { ...told, hint: t(hint) };
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

/** What does not fit is told together with what would. */
const CONFIG_HINTS: Readonly<Record<ConfigProblem, MessageKey | null>> = {
  corrupt: 'config-problem.corrupt-hint',
  newer: 'config-problem.newer-hint',
  unreadable: 'config-problem.machine-hint',
  unwritable: 'config-problem.machine-hint',
  busy: 'config-problem.machine-hint',
  bad_value: null,
};

function explainConfig({ problem, params }: ConfigError, t: Translator): Explanation {
  const exit = problem === 'bad_value' ? exitCodes.usage : exitCodes.failed;
  const message = t(`config-problem.${problem}`, sanitizeParams(params));
  const next = CONFIG_HINTS[problem];
  const told = { exit, code: `config_${problem}`, message };
  return next === null ? told : { ...told, hint: t(next) };
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
