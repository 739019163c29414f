import { createHash } from 'node:crypto';
import type { Settings } from '../../settings.ts';
import type { Writer } from '../../storage/schema.ts';
import { type Outcome, refuse } from '../outcome.ts';
import { reserveAttempt } from '../sessions/attempts.ts';

/** What failed logins are counted against: a member, or a login that names none (R1). */
export function staffAttemptSubject(memberId: bigint | undefined, login: string): string {
  if (memberId !== undefined) return `s:${memberId}`;
  return `sl:${createHash('sha256').update(login).digest('base64url')}`;
}

/** As for subscribers (R3), except that after the third lock in a row an administrator has to help. */
export async function reserveStaffAttempt(
  tx: Writer,
  reserve: { subject: string; now: Date; settings: Settings },
): Promise<Outcome<undefined>> {
  const reserved = await reserveAttempt(tx, reserve);
  const exhausted = !reserved.ok && reserved.refusal.kind === 'recovery_required';
  return exhausted ? refuse({ kind: 'staff_reset_required' }) : reserved;
}
