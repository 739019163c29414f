import { type Kysely, sql } from 'kysely';

/** Services, status messages, bonuses, offers, news and card payments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table services (
     service_id text primary key, category text not null,
     name_ru text not null, name_en text not null, summary_ru text not null, summary_en text not null,
     connection_fee bigint not null check (connection_fee >= 0), fee bigint not null check (fee >= 0),
     fee_period text check (fee_period in ('day', 'month')),
     can_disconnect boolean not null, open boolean not null, position integer not null,
     check ((fee_period is null) = (fee = 0)))`,
  `create table service_requirements (
     service_id text not null references services, required_service_id text not null references services,
     primary key (service_id, required_service_id), check (service_id <> required_service_id))`,
  `create table service_conflicts (
     service_id text not null references services, other_service_id text not null references services,
     primary key (service_id, other_service_id), check (service_id < other_service_id))`,
  `create table line_services (
     account_id bigint not null references accounts, service_id text not null references services,
     state text not null check (state in ('active', 'paused')),
     connected_at timestamptz not null, next_fee_at timestamptz,
     primary key (account_id, service_id))`,
  `create table status_messages (
     status_id text primary key, name_ru text not null, name_en text not null,
     text_ru text not null, text_en text not null, position integer not null)`,
  `create table line_status_messages (
     account_id bigint primary key references accounts, status_id text not null references status_messages,
     set_at timestamptz not null, valid_until timestamptz)`,
  `create table bonus_lots (
     account_id bigint not null references accounts, lot_id uuid not null,
     initial bigint not null check (initial > 0), remaining bigint not null check (remaining between 0 and initial),
     granted_at timestamptz not null, expires_at timestamptz not null,
     primary key (account_id, lot_id))`,
  `create table offers (
     offer_id text primary key, name_ru text not null, name_en text not null, text_ru text not null, text_en text not null,
     usage_type text not null check (usage_type in ('voice', 'sms', 'data')),
     volume bigint not null check (volume > 0), days integer not null check (days > 0),
     price bigint not null check (price >= 0), position integer not null)`,
  `create table line_offers (
     account_id bigint not null references accounts, offer_id text not null references offers,
     state text not null check (state in ('open', 'accepted', 'expired')),
     valid_from timestamptz not null, valid_until timestamptz not null, accepted_at timestamptz,
     primary key (account_id, offer_id), check ((state = 'accepted') = (accepted_at is not null)))`,
  `create table news (
     news_id text primary key, published_at timestamptz not null, region_id smallint references regions,
     title_ru text not null, title_en text not null, body_ru text not null, body_en text not null)`,
  `create table news_subscriptions (
     account_id bigint primary key references accounts, subscribed_at timestamptz not null)`,
  `create table card_payments (
     account_id bigint not null references accounts, payment_id uuid not null,
     amount bigint not null check (amount > 0),
     state text not null check (state in ('pending', 'authorized', 'captured', 'declined', 'cancelled', 'unknown')),
     brand text check (brand in ('mir', 'visa', 'mastercard')), last4 text check (last4 ~ '^[0-9]{4}$'),
     acquirer_reference text, transaction_id uuid,
     created_at timestamptz not null, updated_at timestamptz not null,
     primary key (account_id, payment_id),
     foreign key (account_id, transaction_id) references ledger_transactions,
     check ((state = 'captured') = (transaction_id is not null)))`,
];
