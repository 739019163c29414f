import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

export type StaffRole = 'issuer' | 'support' | 'auditor' | 'administrator';

/** Tables of the operator's staff (R16). */
export interface StaffTables {
  staff_members: StaffMembersTable;
  staff_sessions: StaffSessionsTable;
  staff_idempotency_keys: StaffIdempotencyKeysTable;
  identity_documents: IdentityDocumentsTable;
  staff_audit: StaffAuditTable;
  /** What the next account is numbered with, unless that is taken; held while credentials are issued. */
  account_numbers: { one: Generated<boolean>; next: bigint };
  staff_audit_head: { one: Generated<boolean>; sequence: bigint; hash: Buffer };
}

export interface StaffMembersTable {
  member_id: GeneratedAlways<bigint>;
  login: string;
  name: string;
  role: StaffRole;
  office: string;
  /** The only region whose subscribers the member serves; null for all. */
  region_id: number | null;
  own_lines: string[];
  /** `invited` until password and authenticator are the member's own. */
  state: 'invited' | 'active' | 'disabled';
  /** Argon2id, PHC string; of the first password while `invited`; null when nothing lets the member in. */
  password_hash: string | null;
  /** Of a first password only. */
  password_expires_at: Date | null;
  /** The authenticator's secret, sealed under a key that follows from the password. */
  totp_sealed: Buffer | null;
  /** The newest time step whose code was used: no code is good twice (RFC 6238 §5.2). */
  totp_step: Generated<bigint>;
  created_at: Date;
  last_login_at: Date | null;
}

export interface StaffSessionsTable {
  /** SHA-256 of the token. */
  token_hash: Buffer;
  member_id: bigint;
  created_at: Date;
  last_used_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  end_reason: 'logout' | 'password_changed' | 'enrolled' | 'disabled' | 'reset' | null;
}

export interface StaffIdempotencyKeysTable {
  member_id: bigint;
  key: string;
  operation: string;
  /** Keyed hash of the canonical input. */
  input_hash: Buffer;
  status: number;
  /** As it was sent, its one-time password sealed. */
  reply: ColumnType<unknown, string, never>;
  created_at: Date;
}

export interface IdentityDocumentsTable {
  account_id: bigint;
  kind: 'passport' | 'foreign_passport' | 'driving_licence' | 'military_id';
  /** Argon2id: four digits are few, but a reader of the table has to work for each. */
  last_digits_hash: string;
  recorded_at: Date;
}

/** Append-only; see `AuditRecord` of the contract. */
export interface StaffAuditTable {
  sequence: bigint;
  at: Date;
  member: string | null;
  role: string | null;
  office: string | null;
  action: string;
  subject: string | null;
  reason: string | null;
  source: string | null;
  result: string;
  dry_run: boolean;
  request_id: string | null;
  hash: Buffer;
}
