import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Processes, withLock } from '../config/lock.ts';
import { replaceFile } from '../config/write-file.ts';
import type { Random } from '../shared/clock.ts';
import { boundTo, parseSecret, type Secret, type SecretStore, SecretStoreError } from './secret-store.ts';

const derive = promisify<
  string,
  Uint8Array,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

/** The strength of the key for new files (OWASP: scrypt N = 2^17, r = 8, p = 1; 128 MiB). */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const MOST_MEMORY_BYTES = 256 * 1024 * 1024;

export interface EncryptedFileSettings {
  dataDir: string;
  random: Random;
  /** Asked once at most. */
  passphrase(): Promise<string>;
  platform: NodeJS.Platform;
  processes: Processes;
}

interface Sealed {
  version: 1;
  kdf: 'scrypt';
  N: number;
  r: number;
  p: number;
  salt: string;
  iv: string;
  tag: string;
  data: string;
}

/**
 * One file per profile, AES-256-GCM under a key from a passphrase, 0600 in a directory 0700: for machines without a
 * keychain, and only when it is asked for.
 */
export function createEncryptedFile(settings: EncryptedFileSettings): SecretStore {
  let passphrase: Promise<string> | undefined;
  const ask = () => {
    passphrase ??= settings.passphrase();
    return passphrase;
  };
  const pathOf = (profile: string) => join(settings.dataDir, 'credentials', `${profile}.json`);
  return {
    name: 'file',
    async get(profile, origin) {
      const path = pathOf(profile);
      const sealed = await readSealed(path, settings.platform);
      return sealed === undefined
        ? undefined
        : boundTo(origin, await unseal(sealed, await ask(), profile, path));
    },
    async set(profile, secret) {
      const sealed = await seal(secret, await ask(), profile, settings.random);
      const path = pathOf(profile);
      await withLock(path, settings.processes, () => replaceFile(path, `${JSON.stringify(sealed)}\n`));
    },
    remove: (profile) => rm(pathOf(profile), { force: true }),
    describe: pathOf,
  };
}

async function seal(secret: Secret, passphrase: string, profile: string, random: Random): Promise<Sealed> {
  const salt = Buffer.from(random.bytes(16));
  const iv = Buffer.from(random.bytes(12));
  const key = await derive(passphrase, salt, 32, { ...COST, maxmem: MOST_MEMORY_BYTES });
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(profile));
  const data = Buffer.concat([cipher.update(JSON.stringify(secret), 'utf8'), cipher.final()]);
  const texts = { salt, iv, tag: cipher.getAuthTag(), data };
  const encoded = Object.entries(texts).map(([name, bytes]) => [name, bytes.toString('base64')]);
  return { version: 1, kdf: 'scrypt', ...COST, ...Object.fromEntries(encoded) };
}

async function unseal(sealed: Sealed, passphrase: string, profile: string, path: string): Promise<Secret> {
  const { N, r, p } = sealed;
  const bytes = (text: string) => Buffer.from(text, 'base64');
  try {
    const key = await derive(passphrase, bytes(sealed.salt), 32, { N, r, p, maxmem: MOST_MEMORY_BYTES });
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(sealed.iv), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(profile)).setAuthTag(bytes(sealed.tag));
    const text = Buffer.concat([decipher.update(bytes(sealed.data)), decipher.final()]).toString('utf8');
    const secret = parseSecret(text);
    if (secret !== undefined) return secret;
  } catch (error) {
    throw new SecretStoreError('wrong_passphrase', { file: path }, error);
  }
  throw new SecretStoreError('corrupt', { file: path });
}

async function readSealed(path: string, platform: NodeJS.Platform): Promise<Sealed | undefined> {
  try {
    const { mode } = await stat(path);
    if (platform !== 'win32' && (mode & 0o077) !== 0) throw new SecretStoreError('exposed', { file: path });
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (isSealed(value)) return value;
  } catch (error) {
    if (error instanceof SecretStoreError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code !== undefined) throw new SecretStoreError('failed', { reason: `${path}: ${code}` }, error);
  }
  throw new SecretStoreError('corrupt', { file: path });
}

function isSealed(value: unknown): value is Sealed {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  const numbers = ['N', 'r', 'p'].every((name) => Number.isInteger(fields[name]));
  const texts = ['salt', 'iv', 'tag', 'data'].every((name) => typeof fields[name] === 'string');
  return fields['version'] === 1 && fields['kdf'] === 'scrypt' && numbers && texts;
}
