import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Clock, Random } from '../../shared/clock.ts';
import { openPglite } from '../storage/pglite.ts';
import type { Store } from '../storage/store.ts';
import { sandboxFiles } from './files.ts';
import type { Step } from './progress.ts';
import { seed } from './seed.ts';

export interface DatabaseOptions {
  dataDir: string;
  clock: Clock;
  random: Random;
  onProgress: (step: Step, fraction: number) => void;
}

/**
 * Opens the database of a folder whose lock the caller holds. A new one is made beside its place, filled, and then moved
 * there, so that what a killed first start leaves behind is never taken for a database.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Store> {
  const { dataDir, random, onProgress } = options;
  const { database } = sandboxFiles(dataDir);
  if (!existsSync(database)) await makeDatabase(options);
  onProgress('opening', 0);
  const store = await openPglite({ dataDir: database, random });
  await store.migrate();
  return store;
}

async function makeDatabase({ dataDir, clock, random, onProgress }: DatabaseOptions): Promise<void> {
  const { database, unfinishedDatabase } = sandboxFiles(dataDir);
  onProgress('opening', 0);
  await rm(unfinishedDatabase, { recursive: true, force: true });
  const store = await openPglite({ dataDir: unfinishedDatabase, random });
  onProgress('migrating', 0);
  await store.migrate();
  await seed(store, { at: clock.now(), random, onProgress: (fraction) => onProgress('seeding', fraction) });
  await store.close();
  await rename(unfinishedDatabase, database);
}
