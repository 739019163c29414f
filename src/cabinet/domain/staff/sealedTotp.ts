import type { Random } from '../../../shared/clock.ts';
import { deriveKey } from '../secrets/argon2.ts';
import { seal, unseal } from '../secrets/seal.ts';

const SALT_BYTES = 16;
const PURPOSE = 'authenticator';
const NO_SALT = Buffer.alloc(SALT_BYTES);

/** An authenticator's secret as it is stored: worth nothing to whoever has the database and not the password. */
export async function sealTotp(secret: Uint8Array, password: string, random: Random): Promise<Buffer> {
  const salt = random.bytes(SALT_BYTES);
  const key = await deriveKey(password, salt);
  return Buffer.concat([salt, seal(secret, { key, purpose: PURPOSE, random })]);
}

/** The secret again; null for a wrong password. Takes as long where there is none (R1). */
export async function openTotp(sealed: Buffer | null, password: string): Promise<Uint8Array | null> {
  const key = await deriveKey(password, sealed?.subarray(0, SALT_BYTES) ?? NO_SALT);
  return sealed && unseal(sealed.subarray(SALT_BYTES), { key, purpose: PURPOSE });
}
