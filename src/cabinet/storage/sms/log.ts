import { sql } from 'kysely';
import type { Reader } from '../schema.ts';
import type { SmsState } from '../schema-messages.ts';

/** A message as support may see it. */
export interface SmsLogRow {
  at: Date;
  direction: 'sent' | 'received';
  /** The subscriber's number. */
  msisdn: string;
  /** The short number or the name on our side. */
  peer: string;
  account_id: bigint | null;
  kind: string | null;
  state: SmsState | 'received';
  settled_at: Date | null;
  failure: string | null;
  attempts: number;
  /** Secrets are masked. */
  text: string;
}

/** The newest messages, newest first, of everybody or of one number. */
export async function readSmsLog(
  db: Reader,
  { msisdn, limit }: { msisdn: string | undefined; limit: number },
): Promise<SmsLogRow[]> {
  const theirs = msisdn === undefined ? sql`true` : sql`msisdn = ${msisdn}`;
  const { rows } = await sql<SmsLogRow>`
    select * from (
      (select created_at as at, 'sent' as direction, msisdn, sender as peer, account_id, kind, state, settled_at, failure,
         attempts, masked as text
       from sms_outbox where ${theirs} order by created_at desc limit ${limit})
      union all
      (select received_at, 'received', msisdn, recipient, account_id, null, 'received', null, null, 0, masked
       from sms_received where ${theirs} order by received_at desc limit ${limit})) messages
    order by at desc limit ${limit}`.execute(db);
  return rows;
}
