/** A page of a list; `next` names its last row when there are more behind it. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Cuts a page out of rows that were read with one more than `limit`. */
export function pageOf<T>(rows: readonly T[], limit: number, name: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : name(last) };
}
