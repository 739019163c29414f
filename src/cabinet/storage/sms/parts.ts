import type { Writer } from '../schema.ts';
import type { SmsPartsTable } from '../schema-messages.ts';
import type { SmsKey } from './outbox.ts';

export type SmsPartRow = SmsPartsTable;

/** The parts of a message in order. */
export function readParts(tx: Writer, key: SmsKey): Promise<SmsPartRow[]> {
  return tx
    .selectFrom('sms_parts')
    .selectAll()
    .where('account_id', '=', key.account_id)
    .where('message_id', '=', key.message_id)
    .orderBy('part')
    .execute();
}

/** Adds the parts of a message that is sent for the first time. */
export async function insertParts(tx: Writer, rows: SmsPartRow[]): Promise<void> {
  await tx.insertInto('sms_parts').values(rows).execute();
}

/** Marks what has not left, or may not have arrived, as under way once more. */
export async function resendParts(tx: Writer, key: SmsKey): Promise<void> {
  await tx
    .updateTable('sms_parts')
    .set({ state: 'sending', failure: null })
    .where('account_id', '=', key.account_id)
    .where('message_id', '=', key.message_id)
    .where('state', '=', 'queued')
    .execute();
}

export async function updatePart(
  tx: Writer,
  part: Pick<SmsPartRow, 'account_id' | 'message_id' | 'part'>,
  change: Partial<Pick<SmsPartRow, 'state' | 'provider_id' | 'failure'>>,
): Promise<void> {
  await tx
    .updateTable('sms_parts')
    .set(change)
    .where('account_id', '=', part.account_id)
    .where('message_id', '=', part.message_id)
    .where('part', '=', part.part)
    .execute();
}

/** The part that a short-message service calls `providerId`, of this recipient. */
export function findPartByProviderId(
  tx: Writer,
  { providerId, msisdn }: { providerId: string; msisdn: string },
): Promise<SmsPartRow | undefined> {
  return tx
    .selectFrom('sms_parts')
    .selectAll()
    .where('provider_id', '=', providerId)
    .where('msisdn', '=', msisdn)
    .executeTakeFirst();
}

/** The parts to a recipient that have left and were not answered. */
export function findUnanswered(tx: Writer, msisdn: string): Promise<SmsPartRow[]> {
  return tx
    .selectFrom('sms_parts')
    .selectAll()
    .where('msisdn', '=', msisdn)
    .where('state', '=', 'sending')
    .limit(300)
    .execute();
}
