import type { TestProject } from 'vitest/node';
import { openPostgresql } from '../../src/cabinet/storage/postgresql.ts';
import { startCluster } from './embedded-postgres.ts';
import { seededRandom } from './random.ts';
import { runSql } from './sql.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the run's PostgreSQL, with `{database}` where the name of a database goes. */
    postgresUrl: string;
  }
}

/** A migrated database that every test file clones. */
export const TEMPLATE = 'lisa_template';

/** One PostgreSQL for the whole run, removed after it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  await runSql(cluster.url('postgres'), `create database ${TEMPLATE}`);
  const store = openPostgresql({
    url: cluster.url(TEMPLATE),
    random: seededRandom('template'),
    onConnectionError: () => {},
  });
  await store.migrate();
  await store.close();
  project.provide('postgresUrl', cluster.url('{database}'));
  return () => cluster.stop();
}
