import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Random } from '../../shared/clock.ts';
import { isDatabaseUnavailable } from './failures.ts';
import { type MigrationState, migrate, migrationState } from './migrate.ts';
import type { Database, Reader, Writer } from './schema.ts';
import { sqlState } from './sql-state.ts';

export type Engine = 'postgresql' | 'pglite';

/**
 * The database behind a cabinet. PGlite has one connection: a function given to `read` or `transact` must use the
 * handle that it was given and never call the store again.
 */
export interface Store {
  readonly engine: Engine;
  /** Runs `work` on one snapshot; the database itself refuses writes. */
  read<T>(work: (db: Reader) => Promise<T>): Promise<T>;
  /**
   * Runs `work` in a transaction, again from the start when PostgreSQL asks for it (serialization failure, deadlock).
   * A dry run does everything and rolls back.
   * @throws CommitUncertain when the connection is lost while committing
   */
  transact<T>(work: (tx: Writer) => Promise<T>, options?: { dryRun?: boolean }): Promise<T>;
  /** Brings the tables up to this program's version; returns the names of the migrations that ran. */
  migrate(): Promise<string[]>;
  migrationState(): Promise<MigrationState>;
  /** Connections of this process: at work, idle, and how many pieces of work wait for one. */
  connections(): { busy: number; idle: number; waiting: number };
  close(): Promise<void>;
}

/** Makes a store over a pool of the `pg` interface; the pool belongs to the store from then on. */
export function createStore(engine: Engine, pool: Pool, random: Random): Store {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return {
    engine,
    read: (work) =>
      db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    transact: (work, options) =>
      retrying(random, () => (options?.dryRun ? rolledBack(db, work) : committed(db, work))),
    migrate: () => migrate(db),
    migrationState: () => migrationState(db),
    connections: () => ({
      busy: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: () => db.destroy(),
  };
}

/** Nobody knows whether the transaction was committed: only the same idempotency key can tell. */
export class CommitUncertain extends Error {
  override name = 'CommitUncertain';
}

async function committed<T>(db: Kysely<Database>, work: (tx: Writer) => Promise<T>): Promise<T> {
  let committing = false;
  try {
    return await db.transaction().execute(async (tx) => {
      const value = await work(tx);
      committing = true;
      return value;
    });
  } catch (error) {
    const lost = committing && isDatabaseUnavailable(error) && !RETRYABLE.has(sqlState(error) ?? '');
    throw lost ? new CommitUncertain('the connection was lost while committing', { cause: error }) : error;
  }
}

/** Carries the value of a dry run through the rollback. */
class RolledBack<T> extends Error {
  readonly value: T;

  constructor(value: T) {
    super('rolled back');
    this.value = value;
  }
}

async function rolledBack<T>(db: Kysely<Database>, work: (tx: Writer) => Promise<T>): Promise<T> {
  let outcome: RolledBack<T> | undefined;
  try {
    await db.transaction().execute(async (tx) => {
      outcome = new RolledBack(await work(tx));
      throw outcome;
    });
  } catch (error) {
    if (outcome === undefined || error !== outcome) throw error;
  }
  if (outcome === undefined) throw new Error('a dry run ended without an outcome');
  return outcome.value;
}

const ATTEMPTS = 8;
const LONGEST_PAUSE_MS = 250;
/** PostgreSQL's serialization_failure and deadlock_detected: the same transaction may pass next time. */
const RETRYABLE = new Set(['40001', '40P01']);

async function retrying<T>(random: Random, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !RETRYABLE.has(sqlState(error) ?? '')) throw error;
      await sleep(pause(random, attempt));
    }
  }
}

/** Full jitter: anything between zero and a bound that doubles with every attempt. */
function pause(random: Random, attempt: number): number {
  const bound = Math.min(LONGEST_PAUSE_MS, 5 * 2 ** attempt);
  const [byte = 0] = random.bytes(1);
  return (bound * byte) / 255;
}
