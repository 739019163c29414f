import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '../../shared/clock.ts';

const SECRET = 'one_time_password';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** What a reply is sealed under, and what it belongs to. */
interface Seal {
  /** 32 bytes in base64url, which the cabinet forgets with the request. */
  replyKey: string;
  /** The idempotency key that the reply is stored under: moved to another one it does not open. */
  key: string;
}

/** A reply as it may be stored: its one-time password can be read with the key of the request only. */
export function sealReply(reply: unknown, { replyKey, key }: Seal, random: Random): unknown {
  return changeSecret(reply, (secret) => {
    const nonce = random.bytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, Buffer.from(replyKey, 'base64url'), nonce).setAAD(Buffer.from(key));
    const sealed = [cipher.update(secret, 'utf8'), cipher.final()];
    return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString('base64url');
  });
}

/** The reply as it was sent the first time. @throws Error when it was not sealed under this key */
export function openReply(reply: unknown, { replyKey, key }: Seal): unknown {
  return changeSecret(reply, (sealed) => {
    const bytes = Buffer.from(sealed, 'base64url');
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(CIPHER, Buffer.from(replyKey, 'base64url'), nonce, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(key)).setAuthTag(bytes.subarray(-TAG_BYTES));
    return (
      decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    );
  });
}

function changeSecret(reply: unknown, change: (secret: string) => string): unknown {
  if (reply === null || typeof reply !== 'object' || !(SECRET in reply)) return reply;
  return { ...reply, [SECRET]: change(String(reply[SECRET])) };
}
