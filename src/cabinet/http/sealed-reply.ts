import { assert } from '../../shared/assert.ts';
import type { Random } from '../../shared/clock.ts';
import { seal, unseal } from '../domain/secrets/seal.ts';

const SECRET = 'one_time_password';

/** What a reply is sealed under. */
interface Seal {
  /** 32 bytes in base64url, which the cabinet forgets with the request. */
  replyKey: string;
  /** The idempotency key that the reply is stored under: moved to another one it does not open. */
  key: string;
}

/** A reply as it may be stored: its one-time password can be read with the key of the request only. */
export function sealReply(reply: unknown, { replyKey, key: purpose }: Seal, random: Random): unknown {
  const key = Buffer.from(replyKey, 'base64url');
  return changeSecret(reply, (secret) =>
    seal(Buffer.from(secret), { key, purpose, random }).toString('base64url'),
  );
}

/** The reply as it was sent the first time. */
export function openReply(reply: unknown, { replyKey, key: purpose }: Seal): unknown {
  const key = Buffer.from(replyKey, 'base64url');
  return changeSecret(reply, (sealed) => {
    const secret = unseal(Buffer.from(sealed, 'base64url'), { key, purpose });
    assert(secret, 'a reply opens with the key that its input was hashed under');
    return secret.toString();
  });
}

function changeSecret(reply: unknown, change: (secret: string) => string): unknown {
  if (reply === null || typeof reply !== 'object' || !(SECRET in reply)) return reply;
  return { ...reply, [SECRET]: change(String(reply[SECRET])) };
}
