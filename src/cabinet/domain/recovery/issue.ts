import { assert } from '../../../shared/assert.ts';
import type { Random } from '../../../shared/clock.ts';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { replaceOneTimePassword } from '../../storage/recovery/oneTimePasswords.ts';
import type { Writer } from '../../storage/schema.ts';
import { hashSecret } from '../secrets/argon2.ts';
import { newOneTimePassword, readOneTimePassword } from './password.ts';

/**
 * Issues a one-time password (R4) in the place of the account's last one: it opens one session, in which nothing can be
 * done before the password is changed. Whoever calls hands it over and keeps it nowhere; the cabinet has its hash.
 */
export async function issueOneTimePassword(
  tx: Writer,
  issue: { accountId: bigint; way: 'sms' | 'office'; now: Date; random: Random; settings: Settings },
): Promise<{ password: string; expiresAt: Date }> {
  const { accountId, way, now, random, settings } = issue;
  const password = newOneTimePassword(random);
  const letters = readOneTimePassword(password);
  assert(letters !== null, 'a one-time password has its own shape');
  const expiresAt = plus(now, settings.oneTimePasswordMs);
  await replaceOneTimePassword(tx, {
    account_id: accountId,
    password_hash: await hashSecret(letters, random),
    way,
    issued_at: now,
    expires_at: expiresAt,
  });
  return { password, expiresAt };
}
