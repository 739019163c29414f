import { sql } from 'kysely';
import { plus } from '../../../shared/period.ts';
import type { Writer } from '../schema.ts';
import type { SmsReceivedTable } from '../schema-messages.ts';

/** What a number sends is taken one by one: waits for, and holds, its turn until the transaction ends. */
export async function lockSender(tx: Writer, msisdn: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${msisdn}, 1070))`.execute(tx);
}

/** Whether the same message of the same number came less than `withinMs` before `at`. */
export async function wasReceived(
  tx: Writer,
  message: { msisdn: string; fingerprint: Buffer; at: Date; withinMs: number },
): Promise<boolean> {
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
