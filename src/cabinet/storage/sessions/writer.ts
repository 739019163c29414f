import type { SessionsTable, Writer } from '../schema.ts';

export async function insertSession(
  tx: Writer,
  session: Pick<SessionsTable, 'token_hash' | 'account_id' | 'created_at' | 'expires_at' | 'change_required'>,
): Promise<void> {
  const fresh = { last_used_at: session.created_at, ended_at: null, end_reason: null };
  await tx
    .insertInto('sessions')
    .values({ ...session, ...fresh })
    .execute();
}

/** Records an action; never moves time back, and never revives a session that ended meanwhile. */
export async function touchSession(tx: Writer, tokenHash: Buffer, now: Date): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ last_used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .where('last_used_at', '<', now)
    .execute();
}

/** Whether the session has not ended; until the end of the transaction nobody ends it. */
export async function holdSession(tx: Writer, tokenHash: Buffer): Promise<boolean> {
  const session = await tx
    .selectFrom('sessions')
    .select('ended_at')
    .where('token_hash', '=', tokenHash)
    .forShare()
    .executeTakeFirst();
  return session !== undefined && session.ended_at === null;
}

/** Ends the session of a token, if there is one that has not ended. */
export async function endSession(tx: Writer, tokenHash: Buffer, now: Date): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ended_at: now, end_reason: 'logout' })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
}

/** R2: ends every live session of the account, or every one except one; returns how many ended. */
export async function endSessions(
  tx: Writer,
  end: { accountId: bigint; except?: Buffer; now: Date },
): Promise<number> {
  let sessions = tx
    .updateTable('sessions')
    .set({ ended_at: end.now, end_reason: 'password_changed' })
    .where('account_id', '=', end.accountId)
    .where('ended_at', 'is', null);
  if (end.except) sessions = sessions.where('token_hash', '!=', end.except);
  return Number((await sessions.executeTakeFirst()).numUpdatedRows);
}

/** The session may act: its owner has chosen a password (R4). */
export async function freeSession(tx: Writer, tokenHash: Buffer): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ change_required: false })
    .where('token_hash', '=', tokenHash)
    .execute();
}
