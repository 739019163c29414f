import type { ErrorCode } from '../contract/errors.ts';

export type ErrorParams = Readonly<Record<string, unknown>>;

/** The cabinet answered with a problem (RFC 9457). `code` may be newer than this client. */
export class CabinetError extends Error {
  override name = 'CabinetError';
  readonly code: ErrorCode | (string & {});
  readonly status: number;
  readonly params: ErrorParams;
  readonly requestId: string | undefined;

  constructor(code: string, status: number, params: ErrorParams, requestId: string | undefined) {
    super(`the cabinet answered ${status} ${code}`);
    this.code = code;
    this.status = status;
    this.params = params;
    this.requestId = requestId;
  }
}

/**
 * Why there is no usable answer. `name`: the host name is not known · `refused`: nothing listens · `timeout` ·
 * `tls`: the certificate or the handshake · `proxy`: the proxy refused · `closed`: the connection broke ·
 * `too_large`: the decoded body is over its limit · `redirect`: the server points elsewhere, which is never followed ·
 * `bad_reply`: not what the contract says · `insecure`: plain http to something that is not loopback.
 */
export type TransportFailure =
  | 'name'
  | 'refused'
  | 'timeout'
  | 'tls'
  | 'proxy'
  | 'closed'
  | 'too_large'
  | 'redirect'
  | 'bad_reply'
  | 'insecure';

/** There is no usable answer. `sent` tells whether the request may have reached the cabinet. */
export class TransportError extends Error {
  override name = 'TransportError';
  readonly failure: TransportFailure;
  readonly origin: string;
  readonly detail: string;
  readonly sent: boolean;

  constructor(
    failure: TransportFailure,
    facts: { origin: string; detail: string; sent: boolean; cause?: unknown },
  ) {
    super(`${failure}: ${facts.detail}`, { cause: facts.cause });
    this.failure = failure;
    this.origin = facts.origin;
    this.detail = facts.detail;
    this.sent = facts.sent;
  }
}
