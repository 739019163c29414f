import { expect, test } from 'vitest';
import { collect } from '../../../src/cli/pages.ts';

const ROWS = Array.from({ length: 2_500 }, (_, index) => index);

/** A list of 2,500 rows behind keyset pages. */
async function readPage({ limit, after }: { limit: number; after?: string }) {
  const from = after === undefined ? 0 : Number(after);
  const items = ROWS.slice(from, from + limit);
  return { items, next: from + limit < ROWS.length ? String(from + limit) : null };
}

test('every page is read once, in order', async () => {
  expect(await collect(readPage)).toEqual(ROWS);
});

test('an empty list is one page', async () => {
  expect(await collect(async () => ({ items: [], next: null }))).toEqual([]);
});
