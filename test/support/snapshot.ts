import { sql } from 'kysely';
import type { Store } from '../../src/cabinet/storage/store.ts';

/** A fingerprint of every table but some: two are equal when nothing was changed between them. */
export async function snapshot(store: Store, except: readonly string[]): Promise<Record<string, string>> {
  return store.read(async (db) => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db);
    const wanted = tables.map(({ name }) => name).filter((name) => !except.includes(name));
    const prints = wanted.map(
      (name) => sql`select ${sql.lit(name)} as name,
        count(*) || ' ' || md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as print from ${sql.table(name)} t`,
    );
    const { rows } = await sql<{
      name: string;
      print: string;
    }>`${sql.join(prints, sql` union all `)}`.execute(db);
    return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
  });
}
