import type { Writable } from 'node:stream';
import type { Kopecks } from '../shared/money.ts';

/** What `lisa cabinet …` needs of the server; handed in by `bin`, so that the CLI never loads the server itself. */
export interface CabinetPort {
  /** Serves until SIGTERM or SIGINT. */
  serve(options: {
    database: string;
    listen: string;
    tlsCert: string | undefined;
    tlsKey: string | undefined;
    settingsFile: string | undefined;
    behindProxy: boolean;
    /** All three, or none for a cabinet without card payments. */
    acquirer: string | undefined;
    acquirerKeyFile: string | undefined;
    publicUrl: string | undefined;
    /** Both, or none for a cabinet whose messages wait. */
    smpp: string | undefined;
    smppPasswordFile: string | undefined;
    /** `HOST:PORT` of this machine; without it nobody can read the numbers. */
    metrics: string | undefined;
    log: Writable;
    /** Called once, with the address that is served, and the one of the numbers. */
    onReady(url: string, metrics?: string): void;
  }): Promise<SetupProblem | { served: true }>;
  /** Brings the schema up to date; the names of the migrations that ran. */
  migrate(options: {
    database: string;
    /** The role that the server will work under: it is let in, but for changes of the audit trail. */
    serverRole: string | undefined;
  }): Promise<SetupProblem | { applied: readonly string[] }>;
  /** Fills the catalogue where it is empty, and lets the first administrator in. */
  init(options: {
    database: string;
    login: string;
    name: string;
    office: string;
  }): Promise<SetupProblem | { password: string; expiresAt: Date; catalogueInstalled: boolean }>;
  /** Proves that every transaction sums to zero, every balance equals its postings, and the audit trail is whole. */
  verify(options: { database: string }): Promise<SetupProblem | VerifyReport>;
  /** The newest messages to and from subscribers, newest first. */
  messages(options: {
    database: string;
    msisdn: string | undefined;
    limit: number;
  }): Promise<SetupProblem | { messages: readonly SmsLogRow[] }>;
  /** Does everything that fell due. */
  bill(options: {
    database: string;
    settingsFile: string | undefined;
    /** Up to this moment; until now when not given. */
    until: Date | undefined;
    dryRun: boolean;
    onProgress(done: number): void;
    signal: AbortSignal;
  }): Promise<SetupProblem | BillingReport>;
}

/** An SMS as support may see it: its secrets are masked. */
export interface SmsLogRow {
  /** RFC 3339. */
  at: string;
  direction: 'sent' | 'received';
  msisdn: string;
  /** The short number or the name on the cabinet's side. */
  peer: string;
  account: string | null;
  kind: string | null;
  state: 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'received';
  settledAt: string | null;
  failure: string | null;
  attempts: number;
  text: string;
}

/** Something the operator's engineer has to mend before the cabinet can work. */
export interface SetupProblem {
  problem:
    | 'database_unreachable'
    | 'database_unsuitable'
    | 'database_not_durable'
    | 'schema_outdated'
    | 'schema_newer'
    | 'listen_invalid'
    | 'listen_insecure'
    | 'address_in_use'
    | 'metrics_not_local'
    | 'tls_unreadable'
    | 'settings_invalid'
    | 'acquirer_invalid'
    | 'smpp_invalid'
    | 'audit_unprotected'
    | 'role_unknown'
    | 'already_initialised'
    | 'member_invalid';
  /** The fact behind it, without secrets: the setting that is off, the file, the driver's message. */
  detail: string;
}

/** What billing did, by kind; kinds of which there was nothing are left out. */
export interface BillingReport {
  until: Date;
  /** Whether everything that was due is done; false after Ctrl-C. */
  complete: boolean;
  /** Accounts that could not be billed, masked. */
  failed: readonly string[];
  kinds: readonly {
    kind: DueKind;
    /** Taken, posted, returned or ended, and the kopecks that moved by it. */
    done: number;
    amount: Kopecks;
    /** Newly paused for want of money. */
    paused: number;
    /** Of those done, the ones that had been paused. */
    resumed: number;
  }[];
}

type DueKind =
  | 'gift'
  | 'promise'
  | 'tariff'
  | 'service'
  | 'tone'
  | 'melody'
  | 'bonus'
  | 'bonus_lot'
  | 'offer'
  | 'block';

/** Counts of what was checked, and what is wrong: at most a hundred of each kind. */
export interface VerifyReport {
  accounts: number;
  transactions: number;
  postings: number;
  problems: readonly {
    kind: 'unbalanced_transaction' | 'balance_differs' | 'book_missing' | 'book_unbacked';
    account: string;
    /** The id of the transaction, or the name of the book. */
    subject: string;
  }[];
  audit: {
    rows: number;
    /** The newest row, to be noted elsewhere; null while there is none. */
    head: { sequence: string; hash: string } | null;
    problems: readonly {
      sequence: string;
      kind: 'missing' | 'changed' | 'unexpected' | 'end_missing' | 'end_differs' | 'anchor_differs';
    }[];
  };
}
