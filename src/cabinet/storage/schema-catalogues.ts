import type { Generated } from 'kysely';

/** Tables of services, bonuses, offers and news. Money is kopecks. */
export interface CatalogueTables {
  services: ServicesTable;
  service_requirements: { service_id: string; required_service_id: string };
  /** Services that exclude each other; a pair is written once, the smaller id first. */
  service_conflicts: { service_id: string; other_service_id: string };
  line_services: LineServicesTable;
  bonus_lots: BonusLotsTable;
  offers: OffersTable;
  line_offers: LineOffersTable;
  news: NewsTable;
  news_subscriptions: { account_id: bigint; subscribed_at: Date };
}

export interface ServicesTable {
  service_id: string;
  category: string;
  name_ru: string;
  name_en: string;
  summary_ru: string;
  summary_en: string;
  /** Once, when it is connected. */
  connection_fee: bigint;
  /** Each `fee_period`; zero for a service without one. */
  fee: bigint;
  fee_period: 'day' | 'month' | null;
  /** False for what comes with the line. */
  can_disconnect: boolean;
  /** False for services of the archive. */
  open: boolean;
  position: number;
  /** What every line has from its first day. */
  standard: boolean;
}

export interface LineServicesTable {
  account_id: bigint;
  service_id: string;
  state: 'active' | 'paused';
  connected_at: Date;
  /** Null for a service without a fee, and while it is paused. */
  next_fee_at: Date | null;
  paused_since: Generated<Date | null>;
  /** From which months are counted: a service of the 31st is charged on the last day of a shorter month. */
  period_anchor: Generated<Date | null>;
}

/** R13: bonuses of one posting, in kopecks; spent oldest first. */
export interface BonusLotsTable {
  account_id: bigint;
  lot_id: string;
  initial: bigint;
  remaining: bigint;
  granted_at: Date;
  expires_at: Date;
}

/** R15: a package (seconds, messages or bytes) for `days` days. */
export interface OffersTable {
  offer_id: string;
  name_ru: string;
  name_en: string;
  text_ru: string;
  text_en: string;
  usage_type: 'voice' | 'sms' | 'data';
  volume: bigint;
  days: number;
  price: bigint;
  position: number;
}

export interface LineOffersTable {
  account_id: bigint;
  offer_id: string;
  state: 'open' | 'accepted' | 'expired';
  valid_from: Date;
  valid_until: Date;
  accepted_at: Date | null;
}

export interface NewsTable {
  news_id: string;
  published_at: Date;
  /** Null for every region. */
  region_id: number | null;
  title_ru: string;
  title_en: string;
  body_ru: string;
  body_en: string;
  /** R15: when it was sent to those who had subscribed. */
  announced_at: Generated<Date | null>;
}
