import { type Kysely, sql } from 'kysely';

/**
 * R14: where the card is entered, and which payments the acquirer has yet to settle. A callback names a payment without
 * its account; only payments that are open are looked for that way.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table card_payments add checkout_url text, add decline_reason text
     check (decline_reason in ('declined', 'insufficient_funds', 'authentication_failed', 'expired'))`,
  `create table card_payments_open (
     account_id bigint not null, payment_id uuid not null,
     ask_at timestamptz not null, asks integer not null,
     primary key (account_id, payment_id),
     foreign key (account_id, payment_id) references card_payments)`,
  `create index card_payments_open_due on card_payments_open (ask_at)`,
  `create index card_payments_open_by_payment on card_payments_open (payment_id)`,
  `insert into card_payments_open
     select account_id, payment_id, updated_at, 0 from card_payments
     where state in ('pending', 'authorized', 'unknown')`,
  `create table acquirer_events (event_id text primary key, received_at timestamptz not null)`,
  `create index acquirer_events_by_time on acquirer_events (received_at)`,
];
