import type { Generated } from 'kysely';

/** Tables of the way back in for who forgot the password (R4). */
export interface RecoveryTables {
  one_time_passwords: OneTimePasswordsTable;
  recoveries: RecoveriesTable;
}

/** The last one of an account. */
export interface OneTimePasswordsTable {
  account_id: bigint;
  /** Argon2id, PHC string. */
  password_hash: string;
  /** How it reached its owner. */
  way: 'sms' | 'office';
  issued_at: Date;
  expires_at: Date;
  /** When it opened its session. */
  used_at: Date | null;
  /** Wrong ones tried instead of it. */
  failures: Generated<number>;
}

/** What was answered to requests of a line on the last day that it made any. */
export interface RecoveriesTable {
  account_id: bigint;
  /** `YYYY-MM-DD` in the line's region. */
  day: string;
  answers: number;
  answered_at: Date;
}
