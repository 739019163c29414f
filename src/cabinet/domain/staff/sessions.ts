import { assert } from '../../../shared/assert.ts';
import type { Random } from '../../../shared/clock.ts';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import type { Reader, Writer } from '../../storage/schema.ts';
import { findStaffSession, type StaffSessionRow } from '../../storage/staff/reader.ts';
import { insertStaffSession } from '../../storage/staff/sessions.ts';
import { hashToken, newStaffToken } from '../sessions/token.ts';

export interface OpenedSession {
  token: string;
  session: StaffSessionRow;
}

/** Opens a session of a member (R2). */
export async function openStaffSession(
  tx: Writer,
  opening: { memberId: bigint; now: Date; random: Random; settings: Settings },
): Promise<OpenedSession> {
  const { memberId, now, random, settings } = opening;
  const token = newStaffToken(random);
  const tokenHash = hashToken(token);
  await insertStaffSession(tx, {
    token_hash: tokenHash,
    member_id: memberId,
    created_at: now,
    expires_at: plus(now, settings.sessionLifetimeMs),
  });
  return { token, session: await currentStaffSession(tx, tokenHash) };
}

/** The session of a token that was let in. */
export async function currentStaffSession(db: Reader, tokenHash: Buffer): Promise<StaffSessionRow> {
  const session = await findStaffSession(db, tokenHash);
  assert(session, 'a session that was let in exists');
  return session;
}
