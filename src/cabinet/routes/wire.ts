import type { WireLocalText } from '../../contract/schema.ts';
import { formatInstant } from '../../shared/period.ts';

/** A moment that may be absent, in the subject's calendar. */
export function instantOrNull(instant: Date | null, timeZone: string): string | null {
  return instant && formatInstant(instant, timeZone);
}

/** The two columns of a name as one text. */
export function named(row: { name_ru: string; name_en: string }): WireLocalText {
  return { ru: row.name_ru, en: row.name_en };
}
