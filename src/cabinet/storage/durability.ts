import { sql } from 'kysely';
import type { Store } from './store.ts';

/** PostgreSQL settings without which an acknowledged operation can be lost in a crash. */
const SETTINGS = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

export type DurabilitySetting = (typeof SETTINGS)[number];

/** Which durable settings of the database are off; a cabinet that holds money serves only when none is. */
export async function lackingDurability(store: Store): Promise<DurabilitySetting[]> {
  return store.read(async (db) => {
    const { rows } = await sql<{ name: string; setting: string }>`
      select name, setting from pg_settings where name in (${sql.join(SETTINGS)})`.execute(db);
    return SETTINGS.filter((name) => rows.find((row) => row.name === name)?.setting === 'off');
  });
}
