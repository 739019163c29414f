import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { openPglite } from '../../src/cabinet/storage/pglite.ts';
import { openPostgresql } from '../../src/cabinet/storage/postgresql.ts';
import { startCluster } from './embedded-postgres.ts';
import { seededRandom } from './random.ts';
import { createServerRole, letServerIn } from './server-role.ts';
import { runSql } from './sql.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the run's PostgreSQL, with `{database}` where the name of a database goes. */
    postgresUrl: string;
    /** File of a migrated PGlite: loading it takes a tenth of the time of making one. */
    pgliteDump: string;
    /** The directory of the run's PostgreSQL. */
    postgresHome: string;
    /** A file of the secrets that tests used, a line each. */
    secretsFile: string;
  }
}

/** A migrated database that every test file clones. */
export const TEMPLATE = 'lisa_template';

/** One PostgreSQL and one dump of PGlite for the whole run, removed after it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'lisa-tests-'));
  // Programs that tests start from the sources are compiled once in a run.
  process.env['NODE_COMPILE_CACHE'] = join(home, 'compiled');
  const cluster = await startCluster();
  // One after the other: PGlite works inside this process, and meanwhile nobody answers PostgreSQL in time.
  await makeTemplate(cluster.url('postgres'), cluster.url(TEMPLATE));
  await makeDump(home);
  project.provide('postgresUrl', cluster.url('{database}'));
  project.provide('pgliteDump', join(home, 'pglite.tar'));
  project.provide('postgresHome', cluster.home);
  project.provide('secretsFile', join(home, 'secrets'));
  return async () => {
    await cluster.stop();
    // The programs of the last tests may still be writing down what they compiled.
    await rm(home, { recursive: true, force: true, maxRetries: 20 });
  };
}

async function makeTemplate(maintenance: string, url: string): Promise<void> {
  await createServerRole(maintenance);
  await runSql(maintenance, `create database ${TEMPLATE}`);
  const store = openPostgresql({ url, random: seededRandom('template'), onConnectionError: () => {} });
  await store.migrate();
  await letServerIn(store);
  await store.close();
}

async function makeDump(home: string): Promise<void> {
  const dataDir = join(home, 'pglite');
  const store = await openPglite({ dataDir, random: seededRandom('template') });
  await store.migrate();
  await store.close();
  const pglite = await PGlite.create({ dataDir });
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  await writeFile(join(home, 'pglite.tar'), Buffer.from(await dump.arrayBuffer()));
  await rm(dataDir, { recursive: true });
}
