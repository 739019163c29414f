import { type Certificate, type CertificateFault, readCertificate } from '../../client/certificate.ts';
import { TransportError } from '../../client/errors.ts';
import type { MessageKey } from '../../messages/index.ts';
import { plus } from '../../shared/period.ts';
import type { Context } from '../context.ts';
import { sanitize } from '../render/sanitize.ts';
import { type Finding, fine, problem, warning } from './finding.ts';
import { said } from './said.ts';

const MOST_MS = 5_000;
/** Some authorities give certificates for a week: those are old when a third of their time is left. */
const SOON_MS = 14 * 24 * 60 * 60 * 1000;

/** What is wrong with the certificate of the cabinet, each fault by itself. */
export async function checkCertificate(context: Context, origin: string): Promise<Finding[]> {
  if (!origin.startsWith('https:')) return [];
  const { host, signal } = context;
  const limit = AbortSignal.timeout(MOST_MS);
  try {
    const now = host.clock.now();
    const certificate = await readCertificate(origin, host.env, now, AbortSignal.any([signal, limit]));
    return judge(certificate, new URL(origin).hostname, now);
  } catch (error) {
    signal.throwIfAborted();
    if (limit.aborted) return [];
    if (!(error instanceof TransportError)) throw error;
    // What keeps even a handshake from beginning is told as the connection's.
    const broken = error.failure === 'tls' || error.failure === 'closed';
    const told = { check: 'certificate', level: 'problem', error, fix: 'hint.retry' } as const;
    return broken ? [{ ...said(context, told), fix: 'doctor.no-handshake-fix' }] : [];
  }
}

const FAULTS: Readonly<Record<CertificateFault, readonly [MessageKey, MessageKey]>> = {
  expired: ['doctor.certificate-expired', 'doctor.certificate-renew'],
  not_yet_valid: ['doctor.certificate-not-yet', 'doctor.certificate-clock'],
  chain_expired: ['doctor.certificate-chain-expired', 'doctor.certificate-renew'],
  self_signed: ['doctor.certificate-self-signed', 'doctor.certificate-trust'],
  untrusted: ['doctor.certificate-untrusted', 'doctor.certificate-trust'],
  wrong_name: ['doctor.certificate-wrong-name', 'doctor.certificate-name-fix'],
  rejected: ['doctor.certificate-rejected', 'doctor.certificate-tell'],
};

function judge(certificate: Certificate, name: string, now: Date): Finding[] {
  const { faults, validFrom, validTo, issuer, names, code = '' } = certificate;
  const params = {
    name,
    names: sanitize(names),
    issuer: sanitize(issuer),
    from: dayOf(validFrom),
    until: dayOf(validTo),
    code: sanitize(code),
  };
  if (faults.length > 0) return faults.map((fault) => problem('certificate', ...FAULTS[fault], params));
  const lifeMs = validTo.getTime() - validFrom.getTime();
  return plus(now, Math.min(SOON_MS, lifeMs / 3)) > validTo
    ? [warning('certificate', 'doctor.certificate-soon', 'doctor.certificate-renew', params)]
    : [fine('certificate', 'doctor.certificate', params)];
}

/** Days as certificates count them, in UTC. */
function dayOf(at: Date): string {
  return Number.isNaN(at.getTime()) ? '?' : at.toISOString().slice(0, 10);
}
