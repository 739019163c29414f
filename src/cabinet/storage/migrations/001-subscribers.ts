import { type Kysely, sql } from 'kysely';

/** Catalogues, subscribers, sessions, ledger, call detail, tones and gifts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table regions (
     region_id smallint primary key, code text not null unique,
     name_ru text not null, name_en text not null, time_zone text not null)`,
  `create table tariffs (
     tariff_id text primary key, name_ru text not null, name_en text not null,
     summary_ru text not null, summary_en text not null,
     fee bigint not null check (fee >= 0), switch_price bigint not null check (switch_price >= 0),
     minutes integer not null, sms integer not null, data_megabytes integer not null,
     rate_voice bigint not null, rate_sms bigint not null, rate_data bigint not null,
     open boolean not null, position integer not null)`,
  `create table melody_categories (
     category_id text primary key, name_ru text not null, name_en text not null, position integer not null)`,
  `create table melodies (
     melody_id text primary key, category_id text not null references melody_categories,
     title_ru text not null, title_en text not null, artist_ru text not null, artist_en text not null,
     price bigint not null check (price >= 0))`,
  `create table accounts (
     account_id bigint primary key, contract_number text not null, contract_date text not null,
     holder text not null, holder_kind text not null check (holder_kind in ('person', 'company')),
     region_id smallint not null references regions, created_at timestamptz not null)`,
  `create table lines (
     account_id bigint primary key references accounts, msisdn text not null, network_login text not null,
     state text not null check (state in ('active', 'blocked', 'disconnected')),
     tariff_id text not null references tariffs, tariff_since timestamptz not null,
     switched_at timestamptz, next_fee_at timestamptz,
     block_reason text check (block_reason in ('lost', 'stolen', 'temporary')),
     blocked_at timestamptz, blocked_until timestamptz, codeword_failures integer not null default 0,
     check ((state = 'blocked') = (blocked_until is not null)))`,
  `create table logins (
     login text primary key, kind text not null check (kind in ('account', 'network', 'msisdn')),
     account_id bigint not null references accounts)`,
  `create table credentials (
     account_id bigint primary key references accounts, password_hash text not null, codeword_hash text not null,
     change_required boolean not null, changed_at timestamptz not null)`,
  `create table sessions (
     token_hash bytea primary key check (length(token_hash) = 32), account_id bigint not null references accounts,
     created_at timestamptz not null, last_used_at timestamptz not null, expires_at timestamptz not null,
     ended_at timestamptz, end_reason text check (end_reason in ('logout', 'password_changed')))`,
  `create index sessions_by_account on sessions (account_id) where ended_at is null`,
  `create table login_attempts (
     subject text primary key, failures integer not null, locks integer not null,
     locked_until timestamptz, updated_at timestamptz not null)`,
  `create table idempotency_keys (
     account_id bigint not null references accounts, key text not null, operation text not null,
     input_hash bytea not null, status integer not null, reply jsonb not null, created_at timestamptz not null,
     primary key (account_id, key))`,
  `create table ledger_transactions (
     account_id bigint not null references accounts, transaction_id uuid not null, kind text not null,
     details jsonb not null, created_at timestamptz not null, primary key (account_id, transaction_id))`,
  `create table postings (
     account_id bigint not null, transaction_id uuid not null, line smallint not null,
     book text not null, amount bigint not null check (amount <> 0),
     primary key (account_id, transaction_id, line),
     foreign key (account_id, transaction_id) references ledger_transactions)`,
  `create table balances (
     account_id bigint not null references accounts, book text not null, amount bigint not null,
     primary key (account_id, book))`,
  `create table buckets (
     account_id bigint not null references accounts, bucket_id uuid not null,
     usage_type text not null check (usage_type in ('voice', 'sms', 'data')),
     unit text not null check (unit in ('second', 'message', 'byte')),
     initial bigint not null, remaining bigint not null check (remaining >= 0),
     valid_from timestamptz not null, valid_until timestamptz,
     primary key (account_id, bucket_id))`,
  `create table usage_records (
     account_id bigint not null, started_at timestamptz(3) not null, record_id bigint not null,
     type text not null check (type in ('voice', 'sms', 'mms', 'data', 'service', 'payment', 'bonus')),
     direction text check (direction in ('in', 'out')), counterpart text, place text,
     volume bigint not null check (volume >= 0),
     unit text not null check (unit in ('second', 'message', 'byte', 'item')),
     cost bigint not null, balance_after bigint not null, service text,
     primary key (account_id, started_at, record_id)) partition by range (started_at)`,
  `create table usage_records_other partition of usage_records default`,
  `create table tone_services (
     account_id bigint primary key references accounts,
     state text not null check (state in ('active', 'paused', 'off')), connected_at timestamptz not null)`,
  `create table line_melodies (
     account_id bigint not null references accounts, melody_id text not null references melodies,
     acquired_at timestamptz not null, paid_until timestamptz not null, renews boolean not null, gift_id uuid,
     primary key (account_id, melody_id))`,
  `create table tone_gifts (
     account_id bigint not null references accounts, gift_id uuid not null,
     recipient_account_id bigint not null references accounts,
     giver_msisdn text not null, recipient_msisdn text not null, melody_id text not null references melodies,
     price bigint not null, state text not null check (state in ('pending', 'accepted', 'refused', 'expired')),
     offered_at timestamptz not null, expires_at timestamptz not null, settled_at timestamptz,
     primary key (account_id, gift_id))`,
  `create table tone_gift_inbox (
     account_id bigint not null references accounts, gift_id uuid not null, giver_account_id bigint not null,
     primary key (account_id, gift_id))`,
];
