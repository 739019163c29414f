import { type RawBuilder, sql } from 'kysely';
import type { Writer } from '../schema.ts';

/**
 * Makes everything of a line that is paused for want of money fall due at `at` (R8, R10). A line that is not active is
 * left alone: nothing is charged until it is unblocked.
 */
export function retryPaused(tx: Writer, accountId: bigint, at: Date): Promise<void> {
  return retry(tx, sql`select ${accountId}::bigint as account_id, ${at}::timestamptz as at`);
}

/** @param credited a query of `account_id` and `at`: who got money, and when */
export async function retry(tx: Writer, credited: RawBuilder<unknown>): Promise<void> {
  const active = sql`(${credited}) c join lines l on l.account_id = c.account_id and l.state = 'active'`;
  await sql`update lines set next_fee_at = c.at from ${active}
    where lines.account_id = c.account_id and lines.fee_unpaid_since is not null`.execute(tx);
  for (const table of ['line_services', 'tone_services', 'line_melodies'] as const) {
    await sql`update ${sql.table(table)} as t set next_fee_at = c.at from ${active}
      where t.account_id = c.account_id and t.paused_since is not null`.execute(tx);
  }
}

/** R12: the open promised payment is taken back at `at`, when that is before its term. */
export async function bringPromiseForward(tx: Writer, accountId: bigint, at: Date): Promise<void> {
  await sql`update promised_payments set due_at = least(due_at, ${at})
    where account_id = ${accountId} and settled_at is null`.execute(tx);
}
