import type { Insertable } from 'kysely';
import type { Writer } from '../schema.ts';
import type { SmsOutboxTable } from '../schema-messages.ts';

export async function insertSms(tx: Writer, row: Insertable<SmsOutboxTable>): Promise<void> {
  await tx.insertInto('sms_outbox').values(row).execute();
}
