import type { MemberRow } from '../../storage/staff/reader.ts';
import { readOneTimePassword } from '../recovery/password.ts';
import { NOBODY, verifySecret } from '../secrets/argon2.ts';
import { openTotp } from './sealedTotp.ts';
import { stepOfCode } from './totp.ts';

/** What was shown to be right: of a member with an authenticator also the code, and what it was made with. */
export type Proof = { kind: 'first_password' } | { kind: 'full'; step: bigint; totp: Uint8Array };

/**
 * Examines password and code of a member, or of nobody: two hashes in every case (R1). Null when anything is wrong, which
 * is not told apart: unknown login, password, a first password that is too old, code, a code that was used before.
 */
export async function examineMember(
  member: MemberRow | undefined,
  typed: { password: string; code: string | undefined; now: Date },
): Promise<Proof | null> {
  const { code, now } = typed;
  // No password that a member may choose has the shape of a one-time one (R3).
  const password = readOneTimePassword(typed.password) ?? typed.password;
  const right = await verifySecret(password, member?.password_hash ?? NOBODY);
  const totp = await openTotp(member?.totp_sealed ?? null, password);
  if (!member || !right || member.password_hash === null) return null;
  const { password_expires_at: until, totp_step: lastStep } = member;
  if (member.state === 'invited') return until !== null && now < until ? { kind: 'first_password' } : null;
  if (member.state !== 'active' || totp === null || code === undefined) return null;
  const step = stepOfCode(totp, { code, now, lastStep });
  return step === null ? null : { kind: 'full', step, totp };
}
