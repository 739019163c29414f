import { checkIssues, MOST_CHECKED_ROWS } from '../../../contract/operations/staff-issues.ts';
import type { Calls } from './calls.ts';
import { type OrderFile, placeOf, type Row } from './orders.ts';
import type { Problem } from './problems.ts';

/** What the cabinet has against these rows, before anything is issued. */
export async function checkRows(
  calls: Calls,
  { columns }: OrderFile,
  rows: readonly Row[],
  told: (checked: number) => void,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const checkable = rows.flatMap(({ line, checkable }) => (checkable === null ? [] : [{ line, checkable }]));
  for (let from = 0; from < checkable.length; from += MOST_CHECKED_ROWS) {
    const some = checkable.slice(from, from + MOST_CHECKED_ROWS);
    const body = { orders: some.map(({ checkable }) => checkable.order) };
    const reply = await calls.call(checkIssues, { body });
    for (const { order, field, code } of reply.problems) {
      const row = some[order];
      const value = row?.checkable.read[field];
      if (row === undefined || value === undefined) continue;
      problems.push({ line: row.line, ...placeOf(field, columns), code, value });
    }
    told(from + some.length);
  }
  return problems;
}
