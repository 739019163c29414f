import { sql } from 'kysely';
import type { Database, Writer } from './schema.ts';

const BATCH_ROWS = 4_000;

/** Inserts whole rows, every column given, some thousands with one statement. */
export async function insertRows(tx: Writer, table: keyof Database, rows: readonly object[]): Promise<void> {
  for (const batch of batches(rows)) {
    await sql`insert into ${sql.table(table)}
      select * from json_populate_recordset(null::${sql.table(table)}, ${batch}::json)`.execute(tx);
  }
}

/** Rows as JSON arrays for one statement each; `bigint` travels as text and is read back by its column. */
export function batches(rows: readonly object[]): string[] {
  const count = Math.ceil(rows.length / BATCH_ROWS);
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify(rows.slice(index * BATCH_ROWS, (index + 1) * BATCH_ROWS), bigintAsText),
  );
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
