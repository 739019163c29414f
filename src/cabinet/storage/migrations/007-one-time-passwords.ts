import { type Kysely, sql } from 'kysely';

/**
 * R4. An account has one one-time password at most; it stays until the password is changed, because it is the current
 * one of the session that it opened. `recoveries` counts the answers of one day of the line's region.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table one_time_passwords (
     account_id bigint primary key references accounts, password_hash text not null,
     way text not null check (way in ('sms', 'office')),
     issued_at timestamptz not null, expires_at timestamptz not null,
     used_at timestamptz, failures integer not null default 0)`,
  `create index one_time_passwords_over on one_time_passwords (expires_at)`,
  `create table recoveries (
     account_id bigint primary key references accounts, day text not null,
     answers integer not null, answered_at timestamptz not null)`,
  `create index recoveries_over on recoveries (answered_at)`,
  `alter table sessions add change_required boolean not null default false`,
  `create index sessions_over on sessions (expires_at)`,
  `create index login_attempts_over on login_attempts (updated_at)`,
  `create index idempotency_keys_over on idempotency_keys (created_at)`,
];
