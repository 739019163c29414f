import pg from 'pg';
import type { Random } from '../../shared/clock.ts';
import { createStore, type Store } from './store.ts';
import { columnTypes } from './types.ts';

export interface PostgresqlOptions {
  url: string;
  random: Random;
  /** Told about connections that broke while no query ran on them. */
  onConnectionError: (error: Error) => void;
  poolSize?: number;
  /** Milliseconds; 0 for no limit, as migrations need. */
  statementTimeoutMs?: number;
}

/** PostgreSQL behind a pool. Nothing connects before the first use. */
export function openPostgresql(options: PostgresqlOptions): Store {
  const statementTimeoutMs = options.statementTimeoutMs ?? 10_000;
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: 'lisa cabinet',
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeoutMs,
    lock_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    types: columnTypes,
  });
  pool.on('error', options.onConnectionError);
  // The pool listens to idle connections only: one lost between two queries of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', options.onConnectionError));
  return createStore('postgresql', pool, options.random);
}
