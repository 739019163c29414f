import { createHmac } from 'node:crypto';
import { generateSync, generateURI, ScureBase32Plugin, verifySync } from 'otplib';
import { SECOND_MS } from '../../../shared/period.ts';

/** RFC 6238 with what every authenticator takes for granted: SHA-1, six digits, 30 seconds. */
const STEP_SECONDS = 30;
const SECRET_BYTES = 20;

const base32 = new ScureBase32Plugin();

/**
 * The secret that a session of somebody without an authenticator enrols: it follows from the token, of which the cabinet
 * keeps a hash only, so that nothing of an enrolment is stored before it is complete.
 */
export function secretOfEnrolment(token: string): Uint8Array {
  return createHmac('sha256', token).update('authenticator').digest().subarray(0, SECRET_BYTES);
}

/** RFC 4648, as it is typed into an authenticator. */
export function writeSecret(secret: Uint8Array): string {
  return base32.encode(secret);
}

/** @throws Error when it is not base32 */
export function readSecret(written: string): Uint8Array {
  return base32.decode(written);
}

/** `otpauth://totp/…`, what a QR code holds. */
export function authenticatorUri(login: string, secret: Uint8Array): string {
  return generateURI({ issuer: 'LISA', label: login, secret: writeSecret(secret) });
}

/** The time step of a moment: 30 seconds since 1970. */
export function stepAt(now: Date): bigint {
  return BigInt(Math.floor(now.getTime() / SECOND_MS / STEP_SECONDS));
}

/** When a time step begins. */
export function beginningOfStep(step: bigint): Date {
  return new Date(Number(step) * STEP_SECONDS * SECOND_MS);
}

export function codeOfStep(secret: Uint8Array, step: bigint): string {
  return generateSync({ secret, epoch: Number(step) * STEP_SECONDS });
}

/**
 * The time step whose code was typed: this one, the one before or the next, as clocks differ; null for a wrong code, and
 * for one that is not newer than the code used last (RFC 6238 §5.2).
 */
export function stepOfCode(
  secret: Uint8Array,
  typed: { code: string; now: Date; lastStep: bigint },
): bigint | null {
  const epoch = Math.floor(typed.now.getTime() / SECOND_MS);
  const result = verifySync({ secret, token: typed.code, epoch, epochTolerance: STEP_SECONDS });
  if (!result.valid || !('timeStep' in result)) return null;
  const step = BigInt(result.timeStep);
  return step > typed.lastStep ? step : null;
}
