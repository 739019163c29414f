import { type Kysely, sql } from 'kysely';

/**
 * Who hears which melody (R10), and the codes by which a gift is answered with an SMS (R11): kept as hashes, with the
 * wrong tries of each line.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table tone_settings (
     account_id bigint not null references accounts, setting_id uuid not null,
     melody_id text not null references melodies, caller text,
     minute_from smallint check (minute_from between 0 and 1439),
     minute_to smallint check (minute_to between 0 and 1439), set_at timestamptz not null,
     primary key (account_id, setting_id),
     unique nulls not distinct (account_id, caller, minute_from, minute_to),
     check ((minute_from is null) = (minute_to is null)), check (minute_from <> minute_to))`,
  `alter table tone_gifts add accept_code_hash bytea, add refuse_code_hash bytea`,
  `create table gift_code_failures (
     account_id bigint primary key references accounts,
     failures integer not null, since timestamptz not null)`,
];
