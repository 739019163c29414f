import { assert } from '../../../shared/assert.ts';
import type { Random } from '../../../shared/clock.ts';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { replaceOneTimePassword } from '../../storage/recovery/oneTimePasswords.ts';
import type { Writer } from '../../storage/schema.ts';
import { hashSecret } from '../secrets/argon2.ts';
import { newOneTimePassword, readOneTimePassword } from './password.ts';

/** A one-time password (R4) that nobody has yet, and what the cabinet keeps of it. */
export interface PreparedPassword {
  password: string;
  passwordHash: string;
}

/** Makes a one-time password; hashing takes time and holds no lock here. */
export async function prepareOneTimePassword(random: Random): Promise<PreparedPassword> {
  const password = newOneTimePassword(random);
  const letters = readOneTimePassword(password);
  assert(letters !== null, 'a one-time password has its own shape');
  return { password, passwordHash: await hashSecret(letters, random) };
}

interface Issue {
  accountId: bigint;
  way: 'sms' | 'office';
  now: Date;
  settings: Settings;
}

/**
 * Puts a one-time password (R4) in the place of the account's last one: it opens one session, in which nothing can be
 * done before the password is changed. Whoever calls hands it over and keeps it nowhere; the cabinet has its hash.
 * @returns when it is worthless
 */
export async function keepOneTimePassword(
  tx: Writer,
  { passwordHash }: PreparedPassword,
  { accountId, way, now, settings }: Issue,
): Promise<Date> {
  const expiresAt = plus(now, settings.oneTimePasswordMs);
  await replaceOneTimePassword(tx, {
    account_id: accountId,
    password_hash: passwordHash,
    way,
    issued_at: now,
    expires_at: expiresAt,
  });
  return expiresAt;
}

/** Makes a one-time password and issues it at once. */
export async function issueOneTimePassword(
  tx: Writer,
  issue: Issue & { random: Random },
): Promise<{ password: string; expiresAt: Date }> {
  const prepared = await prepareOneTimePassword(issue.random);
  return { password: prepared.password, expiresAt: await keepOneTimePassword(tx, prepared, issue) };
}
