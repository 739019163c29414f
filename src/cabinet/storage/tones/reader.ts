import { type Selectable, sql } from 'kysely';
import type { LineMelodiesTable, MelodiesTable, Reader, ToneServicesTable } from '../schema.ts';

export type ToneServiceState = ToneServicesTable['state'];
export type MelodyRow = MelodiesTable & { category_name_ru: string; category_name_en: string };

export interface MelodyQuery {
  search?: string | undefined;
  category?: string | undefined;
  /** The melody behind which the page begins. */
  after?: string | undefined;
  limit: number;
}

/** The state of the tone service; undefined for a subscriber who never had it. */
export async function readToneService(db: Reader, accountId: bigint): Promise<ToneServiceState | undefined> {
  const row = await db
    .selectFrom('tone_services')
    .select('state')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.state;
}

/** The place of a melody in the catalogue: the same on every engine, whatever its locale. */
const place = sql`c.position, m.title_ru collate "C", m.melody_id collate "C"`;

/** Letters of every alphabet in lower case, even in a database of the C locale. */
function folded(text: unknown) {
  return sql`lower(${text} collate "pg_c_utf8")`;
}

/** At most `limit` melodies of the catalogue, by category and title. `search` is part of a title or an artist. */
export async function readMelodies(db: Reader, query: MelodyQuery): Promise<MelodyRow[]> {
  const text = sql`concat_ws(chr(10), m.title_ru, m.title_en, m.artist_ru, m.artist_en)`;
  const conditions = [
    sql`true`,
    ...(query.category === undefined ? [] : [sql`m.category_id = ${query.category}`]),
    ...(query.search === undefined
      ? []
      : [sql`strpos(${folded(text)}, ${folded(sql`${query.search}::text`)}) > 0`]),
    ...(query.after === undefined
      ? []
      : [
          sql`(${place}) > (select ${place} from melodies m join melody_categories c using (category_id)
                          where m.melody_id = ${query.after})`,
        ]),
  ];
  const { rows } = await sql<MelodyRow>`
    select m.*, c.name_ru as category_name_ru, c.name_en as category_name_en
    from melodies m join melody_categories c on c.category_id = m.category_id
    where ${sql.join(conditions, sql` and `)}
    order by ${place}
    limit ${query.limit}`.execute(db);
  return rows;
}

export function findMelody(db: Reader, melodyId: string): Promise<MelodiesTable | undefined> {
  return db.selectFrom('melodies').selectAll().where('melody_id', '=', melodyId).executeTakeFirst();
}

/** A melody that a row of ours references. */
export function readMelody(db: Reader, melodyId: string): Promise<MelodiesTable> {
  return db.selectFrom('melodies').selectAll().where('melody_id', '=', melodyId).executeTakeFirstOrThrow();
}

/** A melody that the line has, or once had; undefined when it never did. */
export function findLineMelody(
  db: Reader,
  accountId: bigint,
  melodyId: string,
): Promise<Selectable<LineMelodiesTable> | undefined> {
  return db
    .selectFrom('line_melodies')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('melody_id', '=', melodyId)
    .executeTakeFirst();
}
