import type { Reader } from '../../storage/schema.ts';
import { type MelodyQuery, type MelodyRow, readMelodies } from '../../storage/tones/reader.ts';
import { type Page, pageOf } from '../page.ts';

/** A page of the catalogue of ring-back tones, by category and title (R10). */
export async function listMelodies(db: Reader, query: MelodyQuery): Promise<Page<MelodyRow>> {
  const rows = await readMelodies(db, { ...query, limit: query.limit + 1 });
  return pageOf(rows, query.limit, (melody) => melody.melody_id);
}
