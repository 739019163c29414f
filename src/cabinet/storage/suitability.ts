import { sql } from 'kysely';
import type { Store } from './store.ts';

/** The melody search folds case by the `pg_c_utf8` locale, which came with PostgreSQL 17 and needs UTF-8. */
const OLDEST = 17;

/** What makes the database unfit, in words of its own; null when nothing does. */
export async function unsuitability(store: Store): Promise<string | null> {
  return store.read(async (db) => {
    const { rows } = await sql<{ version: string; number: number; encoding: string }>`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        current_setting('server_encoding') as encoding`.execute(db);
    const [{ version, number, encoding } = { version: '?', number: 0, encoding: '?' }] = rows;
    if (number < OLDEST * 10_000) return `PostgreSQL ${version} < ${OLDEST}`;
    return encoding === 'UTF8' ? null : `server_encoding = ${encoding}`;
  });
}
