/** Every item of a list that the cabinet gives by pages. */
export async function collect<T>(
  fetch: (page: { limit: number; after?: string }) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let next: string | null = null;
  do {
    const page: { items: T[]; next: string | null } = await fetch({
      limit: PAGE_ROWS,
      ...(next === null ? {} : { after: next }),
    });
    items.push(...page.items);
    next = page.next;
  } while (next !== null);
  return items;
}

/** The largest page of the contract, in rows. */
export const PAGE_ROWS = 1000;
