import { type Selectable, sql } from 'kysely';
import type { Reader } from '../schema.ts';
import type { LineMelodiesTable, MelodiesTable, ToneServicesTable } from '../schema-tones.ts';

export type ToneServiceState = ToneServicesTable['state'];
export type MelodyRow = MelodiesTable & { category_name_ru: string; category_name_en: string };

export interface MelodyQuery {
  search?: string | undefined;
  category?: string | undefined;
  /** The melody behind which the page begins. */
  after?: string | undefined;
  limit: number;
}

export type ToneServiceRow = Selectable<ToneServicesTable>;

/** The tone service of a line; undefined when it never had it. */
export function findToneService(db: Reader, accountId: bigint): Promise<ToneServiceRow | undefined> {
  return db.selectFrom('tone_services').selectAll().where('account_id', '=', accountId).executeTakeFirst();
}

/** The state of the tone service: off, too, for a line that never had it. */
export async function readToneServiceState(db: Reader, accountId: bigint): Promise<ToneServiceState> {
  return (await findToneService(db, accountId))?.state ?? 'off';
}

/** A melody that a line has, with its names and its price as it is now. */
export type LineMelodyRow = LineMelodiesTable & MelodiesTable;

/** Melodies that a line has or once had, the newest first. */
export function readLineMelodies(db: Reader, accountId: bigint): Promise<LineMelodyRow[]> {
  return db
    .selectFrom('line_melodies')
    .innerJoin('melodies', 'melodies.melody_id', 'line_melodies.melody_id')
    .selectAll('line_melodies')
    .select(['category_id', 'title_ru', 'title_en', 'artist_ru', 'artist_en', 'price'])
    .where('account_id', '=', accountId)
    .orderBy('acquired_at', 'desc')
    .orderBy('line_melodies.melody_id')
    .execute();
}

export type CategoryRow = {
  category_id: string;
  name_ru: string;
  name_en: string;
  melodies: number;
  price_from: bigint;
  price_to: bigint;
};

/** The categories that hold melodies, in the order of the catalogue, with the span of their prices. */
export async function readMelodyCategories(db: Reader): Promise<CategoryRow[]> {
  const { rows } = await sql<CategoryRow>`
    select c.category_id, c.name_ru, c.name_en, count(*)::int as melodies,
      min(m.price) as price_from, max(m.price) as price_to
    from melody_categories c join melodies m on m.category_id = c.category_id
    group by c.category_id
    order by c.position, c.category_id collate "C"`.execute(db);
  return rows;
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
