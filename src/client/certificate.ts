import { connect as connectTcp, type Socket } from 'node:net';
import { checkServerIdentity, connect as connectTls, type TLSSocket } from 'node:tls';
import { toTransportError } from './failures.ts';
import { type Environment, routeTo } from './proxy.ts';
import { openTunnel } from './tunnel.ts';

/**
 * Why a certificate is not taken. `expired`, `not_yet_valid` · `chain_expired`: one above it has expired · `self_signed` ·
 * `untrusted`: its authority is not known here · `wrong_name`: it is for other hosts · `rejected`: anything else.
 */
export type CertificateFault =
  | 'expired'
  | 'not_yet_valid'
  | 'chain_expired'
  | 'self_signed'
  | 'untrusted'
  | 'wrong_name'
  | 'rejected';

/** What a server shows of itself. Texts are the server's own words. */
export interface Certificate {
  /** Nothing is wrong when it is empty. */
  faults: readonly CertificateFault[];
  validFrom: Date;
  validTo: Date;
  issuer: string;
  /** The hosts that it is for. */
  names: string;
  /** OpenSSL's or Node's word for the first fault. */
  code: string | undefined;
}

/**
 * The certificate of an https origin, on the way that requests take. It is looked at whatever is wrong with it, and
 * nothing is sent.
 * @throws TransportError when there is no handshake, or the reason of `signal`
 */
export async function readCertificate(
  origin: string,
  env: Environment,
  now: Date,
  signal: AbortSignal,
): Promise<Certificate> {
  let socket: Socket | undefined;
  const stop = () => socket?.destroy(signal.reason);
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    const { hostname, port } = new URL(origin);
    const host = hostname.replace(/^\[(.+)\]$/, '$1');
    const { proxy, bypass } = routeTo(origin, env);
    socket =
      proxy === undefined || bypass !== undefined
        ? connectTcp({ host, port: Number(port || 443) })
        : await openTunnel(proxy, new URL(origin), signal);
    socket = await handshake(socket, host);
    return describe(socket as TLSSocket, host, now);
  } catch (error) {
    signal.throwIfAborted();
    throw toTransportError(error, { origin, sent: false });
  } finally {
    signal.removeEventListener('abort', stop);
    socket?.destroy();
  }
}

function handshake(socket: Socket, host: string): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const named = /^[\d.]+$|:/.test(host) ? {} : { servername: host };
    const secure = connectTls({ socket, ...named, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] });
    secure.once('secureConnect', () => resolve(secure));
    // Errors after the handshake change nothing any more.
    secure.on('error', reject);
    socket.on('error', reject);
    secure.once('close', () => reject(new Error('closed in the handshake')));
  });
}

function describe(socket: TLSSocket, host: string, now: Date): Certificate {
  const shown = socket.getPeerCertificate();
  const [validFrom, validTo] = [new Date(shown.valid_from), new Date(shown.valid_to)];
  // The types say that it is an error; Node keeps its code here.
  const code = socket.authorizationError ? String(socket.authorizationError) : undefined;
  const dated: CertificateFault[] = now > validTo ? ['expired'] : now < validFrom ? ['not_yet_valid'] : [];
  const named: CertificateFault[] = checkServerIdentity(host, shown) === undefined ? [] : ['wrong_name'];
  const faults = new Set([...dated, ...named, ...faultsOf(code, [...dated, ...named])]);
  const { CN = '', O = CN } = shown.issuer;
  return {
    faults: [...faults],
    validFrom,
    validTo,
    issuer: text(CN || O),
    names: shown.subjectaltname ?? text(shown.subject.CN),
    code,
  };
}

/** What else OpenSSL found, besides what is known already; it tells one fault only. */
function faultsOf(code: string | undefined, known: readonly CertificateFault[]): CertificateFault[] {
  switch (code) {
    case undefined:
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return [];
    case 'CERT_HAS_EXPIRED':
      return known.includes('expired') ? [] : ['chain_expired'];
    case 'CERT_NOT_YET_VALID':
      return ['not_yet_valid'];
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return ['self_signed'];
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return ['untrusted'];
    default:
      return ['rejected'];
  }
}

/** A field that occurs several times is a list. */
function text(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(', ') : (value ?? '?');
}
