import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';
import type { Database } from './schema.ts';

/** `current`: made for this program; `behind`: wants `migrate`; `newer`: made by a newer program. */
export type MigrationState = 'current' | 'behind' | 'newer';

/** The database was migrated by a newer program, which this one must not touch. */
export class DatabaseNewerError extends Error {
  override name = 'DatabaseNewerError';
}

/**
 * Runs what has not run yet, in one transaction under an advisory lock, so that nodes started together take turns.
 * @throws DatabaseNewerError when the database knows migrations that this program does not
 */
export async function migrate(db: Kysely<Database>): Promise<string[]> {
  if ((await migrationState(db)) === 'newer') {
    throw new DatabaseNewerError('the database was made by a newer version of this program');
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** Compares the migrations that ran with the ones that this program has. */
export async function migrationState(db: Kysely<Database>): Promise<MigrationState> {
  const ran = await executedMigrations(db);
  if (ran.some((name) => !Object.hasOwn(migrations, name))) return 'newer';
  return ran.length < Object.keys(migrations).length ? 'behind' : 'current';
}

async function executedMigrations(db: Kysely<Database>): Promise<string[]> {
  const table = await sql<{
    name: string | null;
  }>`select to_regclass('kysely_migration')::text as name`.execute(db);
  if (table.rows[0]?.name == null) return [];
  const ran = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return ran.rows.map((row) => row.name);
}
