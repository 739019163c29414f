import { staffRoles } from '../../contract/operations/staff.ts';
import { cell } from '../render/cells.ts';
import type { Cell } from '../render/result.ts';

/** A role as a word of the reader's language; what a newer cabinet calls one stays as it is. */
export function roleCell(role: string): Cell {
  const known = staffRoles.find((name) => name === role);
  return known === undefined ? cell.text(role) : cell.word(known, `staff-role.${known}`);
}
