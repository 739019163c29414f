import type { Random } from '../../../shared/clock.ts';
import type { Writer } from '../../storage/schema.ts';
import { insertSms } from '../../storage/sms/outbox.ts';
import { uuidv7 } from '../identifiers.ts';
import type { SmsText } from './texts.ts';

/** Who a message is for, and what it says. */
export interface OutgoingSms {
  accountId: bigint;
  /** 10 national digits. */
  msisdn: string;
  /** A short number, which can be answered, or a name. */
  sender: string;
  text: SmsText;
  at: Date;
  random: Random;
}

/**
 * Puts a message into the outbox in the caller's transaction: it is sent when that commits, and never otherwise. One
 * recipient gets messages in the order in which they were put here.
 */
export async function enqueueSms(tx: Writer, sms: OutgoingSms): Promise<void> {
  const { accountId, msisdn, sender, text, at, random } = sms;
  await insertSms(tx, {
    account_id: accountId,
    message_id: uuidv7(at, random),
    msisdn,
    sender,
    kind: text.kind,
    body: text.body,
    masked: text.masked,
    state: 'queued',
    created_at: at,
    expires_at: text.validUntil ?? null,
    next_at: at,
    reference: Buffer.from(random.bytes(2)).readUInt16BE(0),
    sent_at: null,
    settled_at: null,
    failure: null,
  });
}
