import { createHash } from 'node:crypto';
import type { Random } from '../../../shared/clock.ts';

const PREFIX = 'lisa_ses_';

/** A bearer token: 256 random bits behind a prefix that secret scanners can find. */
export function newToken(random: Random): string {
  return PREFIX + Buffer.from(random.bytes(32)).toString('base64url');
}

/** What the cabinet keeps of a token: its SHA-256, 32 bytes. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
