import { sql } from 'kysely';
import type { Writer } from '../schema.ts';

/**
 * R9: moves every fee and everything that is paid for by the length of a block, or by what is left of it since something
 * began while the line was blocked. Months of a service are counted from its moved fee.
 */
export async function shiftFees(
  tx: Writer,
  { accountId, blockedAt, at }: { accountId: bigint; blockedAt: Date; at: Date },
): Promise<void> {
  const rested = (since: string) =>
    sql`${at}::timestamptz - greatest(${sql.ref(since)}, ${blockedAt}::timestamptz)`;
  const moved = (column: string, since: string) => sql`${sql.ref(column)} + (${rested(since)})`;
  const ofAccount = sql`account_id = ${accountId}`;
  await sql`update lines set next_fee_at = ${moved('next_fee_at', 'tariff_since')} where ${ofAccount}`.execute(
    tx,
  );
  await sql`update buckets set valid_until = ${moved('valid_until', 'valid_from')}
    where ${ofAccount} and valid_until > ${blockedAt}`.execute(tx);
  await sql`update line_services set next_fee_at = ${moved('next_fee_at', 'connected_at')},
      period_anchor = ${moved('next_fee_at', 'connected_at')}
    where ${ofAccount} and next_fee_at is not null`.execute(tx);
  await sql`update tone_services set next_fee_at = ${moved('next_fee_at', 'connected_at')}
    where ${ofAccount} and next_fee_at is not null`.execute(tx);
  await sql`update line_melodies set next_fee_at = ${moved('next_fee_at', 'acquired_at')},
      paid_until = ${moved('paid_until', 'acquired_at')}
    where ${ofAccount} and paid_until > ${blockedAt}`.execute(tx);
}
