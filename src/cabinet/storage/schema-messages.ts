import type { Generated, GeneratedAlways } from 'kysely';

/** Tables of SMS, sent and received. */
export interface MessageTables {
  sms_outbox: SmsOutboxTable;
  sms_parts: SmsPartsTable;
  sms_received: SmsReceivedTable;
  sms_fragments: SmsFragmentsTable;
}

export type SmsState = 'queued' | 'sending' | 'sent' | 'delivered' | 'failed';

export interface SmsOutboxTable {
  account_id: bigint;
  message_id: string;
  /** The order in which one recipient gets messages. */
  sequence: GeneratedAlways<bigint>;
  msisdn: string;
  /** A short number or a name. */
  sender: string;
  kind: string;
  /** What is sent; the same as `masked` once it was. */
  body: string;
  /** What support may read. */
  masked: string;
  state: SmsState;
  created_at: Date;
  /** Not worth sending afterwards. */
  expires_at: Date | null;
  /** When it is sent, or sent again; null when nothing is left to do. */
  next_at: Date | null;
  attempts: Generated<number>;
  /** 16 bits that go with the message, so that a receipt finds it even when its answer was lost. */
  reference: number;
  sent_at: Date | null;
  /** When it was delivered or failed. */
  settled_at: Date | null;
  failure: string | null;
}

export interface SmsPartsTable {
  account_id: bigint;
  message_id: string;
  /** From 1 on. */
  part: number;
  state: SmsState;
  msisdn: string;
  reference: number;
  /** What the short-message service calls it. */
  provider_id: string | null;
  failure: string | null;
}

/** Keyed by the sender's number, which may be anybody's. */
export interface SmsReceivedTable {
  msisdn: string;
  received_id: string;
  account_id: bigint | null;
  recipient: string;
  /** SHA-256 of what was sent, to know it again. */
  fingerprint: Buffer;
  masked: string;
  received_at: Date;
}

/** Pieces of concatenated messages that came in. */
export interface SmsFragmentsTable {
  msisdn: string;
  recipient: string;
  /** The same for all pieces of a message. */
  reference: number;
  total: number;
  part: number;
  /** The data_coding of the content. */
  coding: number;
  content: Buffer;
  received_at: Date;
  /** When the message was whole and taken; what comes later is a repetition. */
  joined_at: Date | null;
}
