import { TransportError, type TransportFailure } from './errors.ts';

export interface FailureFacts {
  origin: string;
  /** Whether the request may have reached the cabinet. */
  sent: boolean;
}

/** Any error below HTTP as one of the failures that a person is told about; our own pass unchanged. */
export function toTransportError(error: unknown, facts: FailureFacts): TransportError {
  if (error instanceof TransportError) return error;
  const code = codeOf(error);
  const failure = failureOf(code, messageOf(error));
  return new TransportError(failure, { ...facts, detail: detailOf(code, error, failure), cause: error });
}

const NAMES: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME']);
const REFUSALS: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
]);
const TIMEOUTS: ReadonlySet<string> = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);
/** OpenSSL's verification results and the handshake errors of Node. */
const TLS =
  /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|CRL_|INVALID_CA|HOSTNAME_MISMATCH|EPROTO)/;
/** Broken HTTP or a broken content encoding. */
const GARBLED = /^(HPE_|Z_|ERR__ERROR_FORMAT|ERR_BROTLI|UND_ERR_HEADERS_OVERFLOW|UND_ERR_INVALID)/;

function failureOf(code: string, message: string): TransportFailure {
  if (/proxy/i.test(message) || code === 'UND_ERR_PRX_CONN' || code === 'UND_ERR_PRX_TLS') return 'proxy';
  if (NAMES.has(code)) return 'name';
  if (REFUSALS.has(code)) return 'refused';
  if (TIMEOUTS.has(code)) return 'timeout';
  if (TLS.test(code) || /secure TLS connection/.test(message)) return 'tls';
  if (GARBLED.test(code)) return 'bad_reply';
  return 'closed';
}

/** A fact for the text, never bytes from the peer. */
function detailOf(code: string, error: unknown, failure: TransportFailure): string {
  if (failure === 'proxy') return /\b([345]\d\d)\b/.exec(messageOf(error))?.[1] ?? (code || 'proxy');
  return code || 'unknown';
}

/** The code of an error or of what is behind it: several addresses of one name give an AggregateError. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string' && error.code !== 'UND_ERR_ABORTED')
    return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error.cause === undefined ? '' : codeOf(error.cause);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
