import type { Settings } from '../../settings.ts';
import { readCodewordHash } from '../../storage/account/reader.ts';
import { type DocumentKind, findIdentityDocument } from '../../storage/issues/reader.ts';
import { clearAttempts, lockAttempts, updateAttempts } from '../../storage/logins/attempts.ts';
import type { Writer } from '../../storage/schema.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { NOBODY, verifySecret } from '../secrets/argon2.ts';
import { normaliseCodeword } from '../sim/rules.ts';
import { countIdentityTry } from './rules.ts';

/** How a member made sure whom they serve: the document recorded with the contract, or the codeword. */
export type IdentityCheck = { document: { kind: DocumentKind; last_digits: string } } | { codeword: string };

/**
 * Compares what a member was shown or told with what is recorded (R16). Refused as `identity_locked`, then
 * `identity_mismatch`, also when nothing is recorded; the wrong try is counted in the transaction that keeps the refusal.
 * A dry run examines nothing: that would be a free guess. The caller holds the lock of the account.
 */
export async function checkIdentity(
  tx: Writer,
  asked: { accountId: bigint; check: IdentityCheck; dryRun: boolean; now: Date; settings: Settings },
): Promise<Outcome<undefined>> {
  const { accountId, check, dryRun, now, settings } = asked;
  const subject = `i:${accountId}`;
  const counted = countIdentityTry(await lockAttempts(tx, subject, now), now, settings);
  if (!counted.ok) return counted;
  await updateAttempts(tx, subject, counted.value);
  if (!dryRun && !(await isRight(tx, accountId, check))) return refuse({ kind: 'identity_mismatch' });
  await clearAttempts(tx, subject);
  return done(undefined);
}

async function isRight(tx: Writer, accountId: bigint, check: IdentityCheck): Promise<boolean> {
  if ('codeword' in check)
    return verifySecret(normaliseCodeword(check.codeword), await readCodewordHash(tx, accountId));
  const recorded = await findIdentityDocument(tx, accountId);
  const { kind, last_digits } = check.document;
  const same = await verifySecret(last_digits, recorded?.last_digits_hash ?? NOBODY);
  return same && recorded?.kind === kind;
}
