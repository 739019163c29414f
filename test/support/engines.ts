import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { openPglite } from '../../src/cabinet/storage/pglite.ts';
import { openPostgresql } from '../../src/cabinet/storage/postgresql.ts';
import type { Engine, Store } from '../../src/cabinet/storage/store.ts';
import { TEMPLATE } from './global-setup.ts';
import { seededRandom } from './random.ts';
import { runSql } from './sql.ts';

export const engines = ['postgresql', 'pglite'] as const satisfies readonly Engine[];

/** A migrated, empty database of its own on `engine`. */
export async function openStore(engine: Engine): Promise<Store> {
  if (engine === 'postgresql') {
    return openPostgresql({
      url: await createDatabase(),
      random: seededRandom('store'),
      onConnectionError: () => {},
    });
  }
  const loadDataDir = new Blob([await readFile(inject('pgliteDump'))]);
  return openPglite({ dataDir: 'memory://', random: seededRandom('store'), loadDataDir });
}

/** A new database on the run's PostgreSQL: a clone of the migrated template, or an empty one. Returns its URL. */
export async function createDatabase(from: 'migrated' | 'empty' = 'migrated'): Promise<string> {
  const name = `lisa_${randomUUID().replaceAll('-', '')}`;
  const template = from === 'migrated' ? TEMPLATE : 'template1';
  await runSql(databaseUrl('postgres'), `create database ${name} template ${template}`);
  return databaseUrl(name);
}

function databaseUrl(name: string): string {
  return inject('postgresUrl').replace('{database}', name);
}

/** The same tests on both engines; `store()` is the database of this file, shared by its tests. */
export function describeOnBothEngines(
  name: string,
  define: (store: () => Store, engine: Engine) => void,
): void {
  describe.each(engines)(`${name} on %s`, (engine) => {
    let store: Store | undefined;
    beforeAll(async () => {
      store = await openStore(engine);
    });
    afterAll(() => store?.close());
    define(() => {
      if (!store) throw new Error('the store is open only while tests run');
      return store;
    }, engine);
  });
}
