import { type Kysely, sql } from 'kysely';

/**
 * Money that moves by itself. Everything that is charged has `next_fee_at`, its only reason to be looked at: null for
 * what is paused for want of money, ends or costs nothing. A top-up sets it again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table accounts add bonus_due_at timestamptz`,
  `create index accounts_bonus_due on accounts (bonus_due_at)`,
  `alter table lines add fee_unpaid_since timestamptz`,
  `create index lines_next_fee on lines (next_fee_at)`,
  `create index lines_block_end on lines (blocked_until)`,
  `alter table line_services add paused_since timestamptz, add period_anchor timestamptz`,
  `alter table line_services add check ((state = 'paused') = (paused_since is not null))`,
  `create index line_services_next_fee on line_services (next_fee_at)`,
  `alter table tone_services add next_fee_at timestamptz, add paused_since timestamptz`,
  `alter table tone_services add check ((state = 'paused') = (paused_since is not null))`,
  `create index tone_services_next_fee on tone_services (next_fee_at)`,
  `alter table line_melodies add next_fee_at timestamptz, add paused_since timestamptz`,
  `create index line_melodies_next_fee on line_melodies (next_fee_at)`,
  `create index tone_gifts_waiting on tone_gifts (expires_at) where state = 'pending'`,
  `create index bonus_lots_expiring on bonus_lots (expires_at) where remaining > 0`,
  `create index line_offers_open on line_offers (valid_until) where state = 'open'`,
  `create table promised_payments (
     account_id bigint not null references accounts, promise_id uuid not null,
     amount bigint not null check (amount > 0), fee bigint not null check (fee >= 0),
     taken_at timestamptz not null, due_at timestamptz not null, settled_at timestamptz,
     primary key (account_id, promise_id))`,
  `create unique index promised_payments_open on promised_payments (account_id) where settled_at is null`,
  `create index promised_payments_due on promised_payments (due_at) where settled_at is null`,
  `create index ledger_transactions_by_time on ledger_transactions (account_id, created_at)`,
];
