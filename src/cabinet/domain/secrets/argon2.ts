import { hash, hashRaw, type Options, verify } from '@node-rs/argon2';
import type { Random } from '../../../shared/clock.ts';

/** Argon2id (the library's default), 46 MiB, one pass (R3; OWASP's first choice): 30 ms on one core. */
const cost: Options = { memoryCost: 46 * 1024, timeCost: 1, parallelism: 1 };

/** How many hashes are made at once: bounds the memory, and leaves threads of Node's pool to everybody else. */
const CONCURRENCY = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (running >= CONCURRENCY) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/**
 * The hash of a secret that nobody has, made like the others: what is compared with it is wrong, and takes as long. In the
 * place of a password it stands for none.
 */
export const NOBODY =
  '$argon2id$v=19$m=47104,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** The PHC string of a password or a codeword, with a salt of 16 bytes. */
export function hashSecret(secret: string, random: Random): Promise<string> {
  return oneOfFew(() => hash(secret, { ...cost, salt: random.bytes(16) }));
}

/** Whether a typed secret is the hashed one; takes as long for a wrong one. */
export function verifySecret(secret: string, phc: string): Promise<boolean> {
  return oneOfFew(() => verify(phc, secret));
}

/** A key of 32 bytes that follows from a secret and a salt of 16, as slowly as its hash would. */
export function deriveKey(secret: string, salt: Uint8Array): Promise<Buffer> {
  return oneOfFew(() => hashRaw(secret, { ...cost, outputLen: 32, salt }));
}
