import type { Writer } from '../schema.ts';
import type { StaffSessionsTable } from '../schema-staff.ts';

export type StaffEndReason = NonNullable<StaffSessionsTable['end_reason']>;

export async function insertStaffSession(
  tx: Writer,
  session: Pick<StaffSessionsTable, 'token_hash' | 'member_id' | 'created_at' | 'expires_at'>,
): Promise<void> {
  const fresh = { last_used_at: session.created_at, ended_at: null, end_reason: null };
  await tx
    .insertInto('staff_sessions')
    .values({ ...session, ...fresh })
    .execute();
}

/** Records an action; never moves time back, and never revives a session that ended meanwhile. */
export async function touchStaffSession(tx: Writer, tokenHash: Buffer, now: Date): Promise<void> {
  await tx
    .updateTable('staff_sessions')
    .set({ last_used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .where('last_used_at', '<', now)
    .execute();
}

/**
 * Whether the session may still act, which nobody changes until the transaction ends. One that its own enrolment has
 * just replaced may.
 */
export async function holdStaffSession(tx: Writer, tokenHash: Buffer): Promise<boolean> {
  const session = await tx
    .selectFrom('staff_sessions')
    .select(['ended_at', 'end_reason'])
    .where('token_hash', '=', tokenHash)
    .forShare()
    .executeTakeFirst();
  return session !== undefined && (session.ended_at === null || session.end_reason === 'enrolled');
}

/** Ends the session of a token, if there is one that has not ended; returns whose it was. */
export async function endStaffSession(tx: Writer, tokenHash: Buffer, now: Date): Promise<bigint | undefined> {
  const ended = await tx
    .updateTable('staff_sessions')
    .set({ ended_at: now, end_reason: 'logout' })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .returning('member_id')
    .executeTakeFirst();
  return ended?.member_id;
}

/** Ends every live session of a member, or every one except one; returns how many ended. */
export async function endStaffSessions(
  tx: Writer,
  end: { memberId: bigint; except?: Buffer; reason: StaffEndReason; now: Date },
): Promise<number> {
  let sessions = tx
    .updateTable('staff_sessions')
    .set({ ended_at: end.now, end_reason: end.reason })
    .where('member_id', '=', end.memberId)
    .where('ended_at', 'is', null);
  if (end.except) sessions = sessions.where('token_hash', '!=', end.except);
  return Number((await sessions.executeTakeFirst()).numUpdatedRows);
}
