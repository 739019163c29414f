import { type Kysely, sql } from 'kysely';

/**
 * R16. Members of the staff, what they do, and what proves who a subscriber is. The trail can only grow: a trigger refuses
 * changes by anybody, and the role that the server works under has no right to make them. Its head is what makes rows
 * missing from the end visible.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table staff_members (
     member_id bigint primary key generated always as identity, login text not null unique, name text not null,
     role text not null check (role in ('issuer', 'support', 'auditor', 'administrator')),
     office text not null, region_id smallint references regions, own_lines text[] not null,
     state text not null check (state in ('invited', 'active', 'disabled')),
     password_hash text, password_expires_at timestamptz,
     totp_sealed bytea, totp_step bigint not null default 0,
     created_at timestamptz not null, last_login_at timestamptz,
     check ((totp_sealed is not null) or state <> 'active'))`,
  `create table staff_sessions (
     token_hash bytea primary key check (length(token_hash) = 32), member_id bigint not null references staff_members,
     created_at timestamptz not null, last_used_at timestamptz not null, expires_at timestamptz not null,
     ended_at timestamptz, end_reason text check (end_reason in ('logout', 'password_changed', 'enrolled', 'disabled', 'reset')))`,
  `create index staff_sessions_by_member on staff_sessions (member_id) where ended_at is null`,
  `create index staff_sessions_over on staff_sessions (expires_at)`,
  `create table staff_idempotency_keys (
     member_id bigint not null references staff_members, key text not null, operation text not null,
     input_hash bytea not null, status integer not null, reply jsonb not null, created_at timestamptz not null,
     primary key (member_id, key))`,
  `create index staff_idempotency_keys_over on staff_idempotency_keys (created_at)`,
  `create table identity_documents (
     account_id bigint primary key references accounts,
     kind text not null check (kind in ('passport', 'foreign_passport', 'driving_licence', 'military_id')),
     last_digits_hash text not null, recorded_at timestamptz not null)`,
  `create table staff_audit (
     sequence bigint primary key, at timestamptz(3) not null, member text, role text, office text,
     action text not null, subject text, reason text, source text, result text not null, dry_run boolean not null,
     request_id text, hash bytea not null check (length(hash) = 32))`,
  `create index staff_audit_by_member on staff_audit (member, sequence)`,
  `create index staff_audit_by_subject on staff_audit (subject, sequence)`,
  `create index staff_audit_by_time on staff_audit (at)`,
  `create table staff_audit_head (
     one boolean primary key default true check (one), sequence bigint not null, hash bytea not null)`,
  `insert into staff_audit_head (sequence, hash) values (0, decode(repeat('00', 32), 'hex'))`,
  `create function staff_audit_is_append_only() returns trigger language plpgsql as
     $$ begin raise exception 'the audit trail is append-only'; end $$`,
  `create trigger staff_audit_append_only before update or delete or truncate on staff_audit
     for each statement execute function staff_audit_is_append_only()`,
];
