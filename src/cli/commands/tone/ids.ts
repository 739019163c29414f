import { UsageError } from '../../errors.ts';

const WHOLE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PART_OF_ID = /^[0-9a-f-]{4,36}$/i;

export function isWholeId(word: string): boolean {
  return WHOLE_ID.test(word);
}

/** Whether a word can be the first or last characters of an id. */
export function isPartOfId(word: string): boolean {
  return PART_OF_ID.test(word);
}

/**
 * What is meant by a whole id, or by its first or last characters when they fit only one; undefined when nothing is.
 * @throws UsageError when several fit
 */
export function findById<T extends { id: string }>(word: string, items: readonly T[]): T | undefined {
  const part = word.toLowerCase();
  const fitting = isPartOfId(word) ? items.filter(({ id }) => id.startsWith(part) || id.endsWith(part)) : [];
  if (fitting.length > 1) {
    throw new UsageError('error.ambiguous', { value: word, ids: fitting.map(({ id }) => id).join(', ') });
  }
  return fitting[0];
}
