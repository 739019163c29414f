import type { Generated } from 'kysely';

/** Tables of the ring-back tones. Money is kopecks. */
export interface ToneTables {
  melody_categories: { category_id: string; name_ru: string; name_en: string; position: number };
  melodies: MelodiesTable;
  tone_services: ToneServicesTable;
  line_melodies: LineMelodiesTable;
  tone_settings: ToneSettingsTable;
  status_messages: StatusMessagesTable;
  line_status_messages: LineStatusMessagesTable;
  tone_gifts: ToneGiftsTable;
  tone_gift_inbox: { account_id: bigint; gift_id: string; giver_account_id: bigint };
  /** R11: wrong codes of a line since its first wrong one. */
  gift_code_failures: { account_id: bigint; failures: number; since: Date };
}

export interface MelodiesTable {
  melody_id: string;
  category_id: string;
  title_ru: string;
  title_en: string;
  artist_ru: string;
  artist_en: string;
  /** Kopecks for 30 days (R10: 15, 30 or 60 ₽). */
  price: bigint;
}

/** R10: exists from the first tone on. */
export interface ToneServicesTable {
  account_id: bigint;
  state: 'active' | 'paused' | 'off';
  connected_at: Date;
  /** The daily fee, from the second day on; null while the service is off or paused. */
  next_fee_at: Generated<Date | null>;
  paused_since: Generated<Date | null>;
  /** When the day ends in which the service was switched off; null while it is on. */
  day_until: Generated<Date | null>;
}

/** Melodies that a line owns and until when they are paid. */
export interface LineMelodiesTable {
  account_id: bigint;
  melody_id: string;
  acquired_at: Date;
  paid_until: Date;
  renews: boolean;
  gift_id: string | null;
  /** The renewal: `paid_until` of a melody that renews; null for one that does not, or is paused. */
  next_fee_at: Date | null;
  paused_since: Date | null;
}

/** R10: who hears which melody. At most one for a caller and a period. */
export interface ToneSettingsTable {
  account_id: bigint;
  setting_id: string;
  melody_id: string;
  /** Null for everyone. */
  caller: string | null;
  /** Minutes since midnight in the line's region; null for all day. A period may pass midnight. */
  minute_from: number | null;
  minute_to: number | null;
  set_at: Date;
}

/** What a caller hears instead of a melody. */
export interface StatusMessagesTable {
  status_id: string;
  name_ru: string;
  name_en: string;
  text_ru: string;
  text_en: string;
  position: number;
}

export interface LineStatusMessagesTable {
  account_id: bigint;
  status_id: string;
  set_at: Date;
  valid_until: Date | null;
}

/** Keyed by the giver. */
export interface ToneGiftsTable {
  account_id: bigint;
  gift_id: string;
  recipient_account_id: bigint;
  giver_msisdn: string;
  recipient_msisdn: string;
  melody_id: string;
  price: bigint;
  state: 'pending' | 'accepted' | 'refused' | 'expired';
  offered_at: Date;
  expires_at: Date;
  settled_at: Date | null;
  /** SHA-256 of the gift's id and the code that was sent to the recipient. */
  accept_code_hash: Generated<Buffer | null>;
  refuse_code_hash: Generated<Buffer | null>;
}
