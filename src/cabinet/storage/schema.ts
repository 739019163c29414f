import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';
import type { CatalogueTables } from './schema-catalogues.ts';
import type { MessageTables } from './schema-messages.ts';
import type { PaymentTables } from './schema-payments.ts';
import type { RecoveryTables } from './schema-recovery.ts';
import type { StaffTables } from './schema-staff.ts';
import type { ToneTables } from './schema-tones.ts';

/**
 * The tables as SQL sees them. `bigint` columns of money are kopecks; every table of a subscriber leads its key with
 * `account_id`, so that the schema can be distributed by it.
 */
export interface Database
  extends CatalogueTables,
    MessageTables,
    PaymentTables,
    RecoveryTables,
    StaffTables,
    ToneTables {
  regions: { region_id: number; code: string; name_ru: string; name_en: string; time_zone: string };
  tariffs: TariffsTable;
  accounts: AccountsTable;
  lines: LinesTable;
  logins: { login: string; kind: 'account' | 'network' | 'msisdn'; account_id: bigint };
  credentials: CredentialsTable;
  sessions: SessionsTable;
  login_attempts: LoginAttemptsTable;
  idempotency_keys: IdempotencyKeysTable;
  ledger_transactions: LedgerTransactionsTable;
  postings: PostingsTable;
  balances: { account_id: bigint; book: string; amount: bigint };
  buckets: BucketsTable;
  usage_records: UsageRecordsTable;
}

/** A handle that may only read: a pool or a transaction. */
export type Reader = Kysely<Database>;

/** A handle inside a transaction: what every writer asks for, so that nothing is written outside one. */
export type Writer = Transaction<Database>;

export interface TariffsTable {
  tariff_id: string;
  name_ru: string;
  name_en: string;
  summary_ru: string;
  summary_en: string;
  /** Kopecks per 30 days (R8). */
  fee: bigint;
  /** Kopecks, once, at a switch to this tariff (R7). */
  switch_price: bigint;
  minutes: number;
  sms: number;
  data_megabytes: number;
  /** Kopecks per started minute, per message, per megabyte. */
  rate_voice: bigint;
  rate_sms: bigint;
  rate_data: bigint;
  /** False for tariffs of the archive: nobody can switch to them. */
  open: boolean;
  position: number;
}

export interface AccountsTable {
  account_id: bigint;
  contract_number: string;
  /** `YYYY-MM-DD`. */
  contract_date: string;
  holder: string;
  holder_kind: 'person' | 'company';
  region_id: number;
  created_at: Date;
  /** R13: when the next bonuses are posted; null for a disconnected line. */
  bonus_due_at: Generated<Date | null>;
}

export type LineStateColumn = 'active' | 'blocked' | 'disconnected';

export interface LinesTable {
  account_id: bigint;
  msisdn: string;
  network_login: string;
  state: LineStateColumn;
  tariff_id: string;
  tariff_since: Date;
  /** When the tariff was last switched by its subscriber (R7: once per 30 days); null for never. */
  switched_at: Date | null;
  /** Null for a tariff without a fee, and while the fee is not paid. */
  next_fee_at: Date | null;
  /** R8: base rates apply since then. */
  fee_unpaid_since: Generated<Date | null>;
  block_reason: 'lost' | 'stolen' | 'temporary' | null;
  blocked_at: Date | null;
  blocked_until: Date | null;
  /** Codeword attempts used since the block (R9). */
  codeword_failures: Generated<number>;
}

export interface CredentialsTable {
  account_id: bigint;
  /** Argon2id, PHC string (R3). */
  password_hash: string;
  codeword_hash: string;
  change_required: boolean;
  changed_at: Date;
}

/** A lookup table, distributed by its own key: a token names no account. */
export interface SessionsTable {
  /** SHA-256 of the token, 32 bytes. */
  token_hash: Buffer;
  account_id: bigint;
  created_at: Date;
  last_used_at: Date;
  /** R2: the absolute limit. */
  expires_at: Date;
  ended_at: Date | null;
  end_reason: 'logout' | 'password_changed' | null;
  /** R4: opened by a one-time password; nothing can be done before the password is changed. */
  change_required: boolean;
}

/** Failed logins (R3), for existing and unknown logins alike (R1). */
export interface LoginAttemptsTable {
  /** `a:` and the account id, or `l:` and the SHA-256 of an unknown login. */
  subject: string;
  failures: number;
  /** Locks in a row without a successful login between them. */
  locks: number;
  locked_until: Date | null;
  updated_at: Date;
}

export interface IdempotencyKeysTable {
  account_id: bigint;
  key: string;
  operation: string;
  /** SHA-256 of the canonical input. */
  input_hash: Buffer;
  status: number;
  /** The stored reply as it was sent, success or refusal. */
  reply: ColumnType<unknown, string, never>;
  created_at: Date;
}

/** Append-only. `account_id` is the subscriber on whose behalf the money moves. */
export interface LedgerTransactionsTable {
  account_id: bigint;
  transaction_id: string;
  kind: string;
  details: ColumnType<Record<string, unknown>, string, never>;
  created_at: Date;
}

/** Append-only. The amounts of one transaction sum to zero; a book gains what is positive. */
export interface PostingsTable {
  account_id: bigint;
  transaction_id: string;
  line: number;
  book: string;
  amount: bigint;
}

export type UsageTypeColumn = 'voice' | 'sms' | 'mms' | 'data' | 'service' | 'payment' | 'bonus';

export interface BucketsTable {
  account_id: bigint;
  bucket_id: string;
  usage_type: 'voice' | 'sms' | 'data';
  unit: 'second' | 'message' | 'byte';
  initial: bigint;
  remaining: bigint;
  valid_from: Date;
  valid_until: Date | null;
  /** The offer that it was bought by (R15); null for a package of the tariff. */
  offer_id: Generated<string | null>;
}

/** Partitioned by month of `started_at`. */
export interface UsageRecordsTable {
  account_id: bigint;
  started_at: Date;
  /** Orders rows of one instant; unique within an account and instant. */
  record_id: bigint;
  type: UsageTypeColumn;
  direction: 'in' | 'out' | null;
  counterpart: string | null;
  place: string | null;
  volume: bigint;
  unit: 'second' | 'message' | 'byte' | 'item';
  /** Kopecks that the account paid; negative for money that came in. */
  cost: bigint;
  balance_after: bigint;
  service: string | null;
}
