import { createHmac, timingSafeEqual } from 'node:crypto';
import { MINUTE_MS, SECOND_MS } from '../../shared/period.ts';

/** A signature is believed this long before and after the moment that it names. */
const SIGNATURE_LIFE_MS = 5 * MINUTE_MS;

const HEADER = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

/**
 * Whether `header`, `t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">`, is the signature of exactly these bytes under
 * `key`, and not more than five minutes away from now.
 */
export function isSigned(
  key: string,
  { body, header, now }: { body: Buffer; header: string | undefined; now: Date },
): boolean {
  const [, seconds, given] = HEADER.exec(header ?? '') ?? [];
  if (seconds === undefined || given === undefined) return false;
  const age = Math.abs(now.getTime() - Number(seconds) * SECOND_MS);
  return timingSafeEqual(mac(key, seconds, body), Buffer.from(given, 'hex')) && age <= SIGNATURE_LIFE_MS;
}

function mac(key: string, seconds: string, body: Buffer): Buffer {
  return createHmac('sha256', key).update(`${seconds}.`).update(body).digest();
}
