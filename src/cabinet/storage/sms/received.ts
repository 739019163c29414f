import { sql } from 'kysely';
import { plus } from '../../../shared/period.ts';
import type { Writer } from '../schema.ts';
import type { SmsReceivedTable } from '../schema-messages.ts';

/** Whether the same message of the same number came less than `withinMs` before `at`; one number at a time. */
export async function wasReceived(
  tx: Writer,
  message: { msisdn: string; fingerprint: Buffer; at: Date; withinMs: number },
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${message.msisdn}, 1070))`.execute(tx);
  const row = await tx
    .selectFrom('sms_received')
    .select('received_id')
    .where('msisdn', '=', message.msisdn)
    .where('fingerprint', '=', message.fingerprint)
    .where('received_at', '>', plus(message.at, -message.withinMs))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertReceived(tx: Writer, row: SmsReceivedTable): Promise<void> {
  await tx.insertInto('sms_received').values(row).execute();
}
