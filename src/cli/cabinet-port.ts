import type { Writable } from 'node:stream';

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
    log: Writable;
    /** Called once, with the address that is served. */
    onReady(url: string): void;
  }): Promise<SetupProblem | { served: true }>;
  /** Brings the schema up to date; the names of the migrations that ran. */
  migrate(options: { database: string }): Promise<SetupProblem | { applied: readonly string[] }>;
  /** Proves that every transaction sums to zero and every balance equals its postings. */
  verify(options: { database: string }): Promise<SetupProblem | LedgerReport>;
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
    | 'tls_unreadable'
    | 'settings_invalid'
    | 'acquirer_invalid';
  /** The fact behind it, without secrets: the setting that is off, the file, the driver's message. */
  detail: string;
}

/** Counts of what was checked, and what is wrong: at most a hundred of each kind. */
export interface LedgerReport {
  accounts: number;
  transactions: number;
  postings: number;
  problems: readonly {
    kind: 'unbalanced_transaction' | 'balance_differs' | 'book_missing';
    account: string;
    /** The id of the transaction, or the name of the book. */
    subject: string;
  }[];
}
