import { createHash } from 'node:crypto';
import type { Random } from '../../../shared/clock.ts';

const SUBSCRIBER = 'lisa_ses_';
const STAFF = 'lisa_stf_';

/** A bearer token: 256 random bits behind a prefix that secret scanners can find. */
export function newToken(random: Random): string {
  return randomToken(SUBSCRIBER, random);
}

/** The same of a member of the staff. */
export function newStaffToken(random: Random): string {
  return randomToken(STAFF, random);
}

/** Whether a token is a member's, whatever became of its session. */
export function isStaffToken(token: string): boolean {
  return token.startsWith(STAFF);
}

function randomToken(prefix: string, random: Random): string {
  return prefix + Buffer.from(random.bytes(32)).toString('base64url');
}

/** What the cabinet keeps of a token: its SHA-256, 32 bytes. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
