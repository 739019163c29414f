import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '../../../shared/clock.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals bytes under a key of 32 bytes (AES-256-GCM): nonce, text, tag. They open only for what they were sealed for. */
export function seal(
  plain: Uint8Array,
  how: { key: Uint8Array; purpose: string; random: Random },
): Buffer<ArrayBuffer> {
  const nonce = how.random.bytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, how.key, nonce).setAAD(Buffer.from(how.purpose));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The bytes again; null when the key or the purpose is another one, or somebody changed them. */
export function unseal(
  sealed: Uint8Array,
  how: { key: Uint8Array; purpose: string },
): Buffer<ArrayBuffer> | null {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, how.key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(how.purpose)).setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
