import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import type { Random } from '../../shared/clock.ts';
import { createStore, type Store } from './store.ts';
import { columnTypes } from './types.ts';

export interface PgliteOptions {
  /** A directory, or `memory://`. The caller holds its lock: PGlite takes none. */
  dataDir: string;
  random: Random;
  /** A dump made by PGlite, to begin with instead of an empty database. */
  loadDataDir?: PGliteOptions['loadDataDir'];
}

/** The embedded engine of the sandbox: one connection, no fsync. */
export async function openPglite(options: PgliteOptions): Promise<Store> {
  const { dataDir, loadDataDir } = options;
  const pglite = await PGlite.create(loadDataDir ? { dataDir, loadDataDir } : { dataDir });
  const connection = createPgConfig(pglite);
  const pool = new pg.Pool({
    ...connection,
    max: connection.poolSize,
    idleTimeoutMillis: 0,
    types: columnTypes,
  } as pg.PoolConfig);
  const store = createStore('pglite', pool, options.random);
  return {
    ...store,
    close: async () => {
      await store.close();
      await pglite.close();
    },
  };
}
