import { type RawBuilder, sql } from 'kysely';
import type { Writer } from '../schema.ts';

/** The tables in which things are left over. */
export const leftovers = [
  'sessions',
  'one_time_passwords',
  'recoveries',
  'login_attempts',
  'idempotency_keys',
  'staff_sessions',
  'staff_idempotency_keys',
  'sms_fragments',
  'sms_outbox',
  'sms_received',
] as const;

export type Leftovers = (typeof leftovers)[number];

/** What may go. */
export interface Leaving {
  /** Sessions whose absolute end is before, and one-time passwords whose own end is. */
  sessionsOver: Date;
  oneTimePasswordsOver: Date;
  recoveriesBefore: Date;
  /** Failed logins without another try since; a login with so many locks is kept, whether or not it exists (R1, R3). */
  attemptsBefore: Date;
  locks: number;
  /** Replies of these operations, and of all of the staff's. */
  repliesBefore: Date;
  operations: readonly string[];
  /** Pieces of long messages, whether or not the others ever came. */
  fragmentsBefore: Date;
  /** The log of messages; what waits to be sent stays. */
  smsBefore: Date;
}

const BATCH = 2_000;

/** Deletes a batch, leaving out the rows that somebody holds; returns how many went. */
export async function forgetBatch(tx: Writer, table: Leftovers, leaving: Leaving): Promise<number> {
  const name = sql.table(table);
  const result = await sql`
    delete from ${name} where ctid = any (array(
      select ctid from ${name} where ${conditions[table](leaving)} limit ${BATCH} for update skip locked))`.execute(
    tx,
  );
  return Number(result.numAffectedRows ?? 0n);
}

const conditions: Record<Leftovers, (leaving: Leaving) => RawBuilder<unknown>> = {
  sessions: ({ sessionsOver }) => sql`expires_at < ${sessionsOver}`,
  one_time_passwords: ({ oneTimePasswordsOver }) => sql`expires_at < ${oneTimePasswordsOver}`,
  recoveries: ({ recoveriesBefore }) => sql`answered_at < ${recoveriesBefore}`,
  login_attempts: ({ attemptsBefore, locks }) => sql`updated_at < ${attemptsBefore} and locks < ${locks}`,
  idempotency_keys: ({ repliesBefore, operations }) =>
    sql`created_at < ${repliesBefore} and operation in (${sql.join(operations)})`,
  staff_sessions: ({ sessionsOver }) => sql`expires_at < ${sessionsOver}`,
  staff_idempotency_keys: ({ repliesBefore }) => sql`created_at < ${repliesBefore}`,
  sms_fragments: ({ fragmentsBefore }) => sql`received_at < ${fragmentsBefore}`,
  sms_outbox: ({ smsBefore }) => sql`next_at is null and created_at < ${smsBefore}`,
  sms_received: ({ smsBefore }) => sql`received_at < ${smsBefore}`,
};
