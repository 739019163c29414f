import { type Kysely, sql } from 'kysely';

/**
 * Short messages. `sms_outbox` is written in the transaction of what it tells; `next_at` is its only reason to be looked
 * at: when to send what waits, or when to send again what may or may not have arrived. `sms_parts` are the messages of a
 * concatenated one as the short-message service knows them. `sms_received` remembers what came in, `sms_fragments` the pieces of a long message
 * until all of them are here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table sms_outbox (
     account_id bigint not null references accounts, message_id uuid not null,
     sequence bigint generated always as identity,
     msisdn text not null, sender text not null, kind text not null, body text not null, masked text not null,
     state text not null check (state in ('queued', 'sending', 'sent', 'delivered', 'failed')),
     created_at timestamptz not null, expires_at timestamptz, next_at timestamptz,
     attempts integer not null default 0, reference integer not null,
     sent_at timestamptz, settled_at timestamptz, failure text,
     primary key (account_id, message_id),
     check ((next_at is not null) = (state in ('queued', 'sending'))))`,
  `create index sms_outbox_next on sms_outbox (next_at, sequence) where next_at is not null`,
  `create index sms_outbox_order on sms_outbox (msisdn, sequence) where next_at is not null`,
  `create index sms_outbox_by_number on sms_outbox (msisdn, created_at)`,
  `create table sms_parts (
     account_id bigint not null, message_id uuid not null, part integer not null check (part > 0),
     state text not null check (state in ('queued', 'sending', 'sent', 'delivered', 'failed')),
     msisdn text not null, reference integer not null, provider_id text, failure text,
     primary key (account_id, message_id, part),
     foreign key (account_id, message_id) references sms_outbox on delete cascade)`,
  `create index sms_parts_by_provider_id on sms_parts (provider_id) where provider_id is not null`,
  `create index sms_parts_open on sms_parts (msisdn, reference) where state = 'sending'`,
  `create table sms_received (
     msisdn text not null, received_id uuid not null, account_id bigint references accounts,
     recipient text not null, fingerprint bytea not null, masked text not null, received_at timestamptz not null,
     primary key (msisdn, received_id))`,
  `create index sms_received_repeats on sms_received (msisdn, fingerprint, received_at)`,
  `create index sms_received_by_time on sms_received (received_at)`,
  `create table sms_fragments (
     msisdn text not null, recipient text not null, reference integer not null, total integer not null,
     part integer not null, coding integer not null, content bytea not null, received_at timestamptz not null,
     joined_at timestamptz,
     primary key (msisdn, recipient, reference, total, part))`,
  `create index sms_fragments_by_time on sms_fragments (received_at)`,
];
