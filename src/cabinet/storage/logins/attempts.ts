import type { LoginAttemptsTable, Reader, Writer } from '../schema.ts';

export type Attempts = Pick<LoginAttemptsTable, 'failures' | 'locks' | 'locked_until'>;

/** The failed attempts of a subject, held until the end of the transaction; begins with none. */
export async function lockAttempts(tx: Writer, subject: string, now: Date): Promise<Attempts> {
  const none = { subject, failures: 0, locks: 0, locked_until: null, updated_at: now };
  return await tx
    .insertInto('login_attempts')
    .values(none)
    .onConflict((conflict) => conflict.column('subject').doUpdateSet({ updated_at: now }))
    .returning(['failures', 'locks', 'locked_until'])
    .executeTakeFirstOrThrow();
}

/** Those of some subjects that were locked so many times in a row. */
export async function readLocked(db: Reader, subjects: readonly string[], locks: number): Promise<string[]> {
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom('login_attempts')
    .select('subject')
    .where('subject', 'in', subjects)
    .where('locks', '>=', locks)
    .execute();
  return rows.map(({ subject }) => subject);
}

export async function updateAttempts(tx: Writer, subject: string, attempts: Attempts): Promise<void> {
  await tx.updateTable('login_attempts').set(attempts).where('subject', '=', subject).execute();
}

/** Forgets the failed attempts of a subject: the right password ends a row of wrong ones. */
export async function clearAttempts(tx: Writer, subject: string): Promise<void> {
  await tx.deleteFrom('login_attempts').where('subject', '=', subject).execute();
}
