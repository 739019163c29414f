import type { MessageParams } from '../../../messages/index.ts';
import type { Context } from '../../context.ts';
import { cell } from '../../render/cells.ts';
import type { Table } from '../../render/result.ts';
import type { ColumnName } from './columns.ts';

/** What may be wrong in a file of orders. */
export type ProblemCode =
  | 'quotes'
  | 'cells'
  | 'unknown_column'
  | 'missing_column'
  | 'duplicate_column'
  | 'missing'
  | 'too_long'
  | 'forbidden'
  | 'bad_format'
  | 'unknown_word'
  | 'duplicate'
  | CabinetCode;

/** What the cabinet has against an order. */
export type CabinetCode = 'login_taken' | 'region_unknown' | 'tariff_not_available' | 'own_line';

/** A mistake, and where it is. */
export interface Problem {
  /** Of the file, from 1, as editors count. */
  line: number;
  /** From 1; null when it is about the whole line. */
  column: number | null;
  name: ColumnName | null;
  /** The head of that column in this file. */
  head: string | null;
  code: ProblemCode;
  params?: MessageParams;
  /** What stands there; never of a column that proves who somebody is. */
  value?: string;
}

/** In the order of the file. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
}

/** As a table: in a pipe line, column, its name, code, value. */
export function problemTable(problems: readonly Problem[], context: Context): Table {
  return {
    kind: 'table',
    columns: [
      { label: 'batch.line', align: 'right' },
      { label: 'batch.column', align: 'right' },
      { label: 'batch.head', spare: true },
      { label: 'batch.problem' },
      { label: 'batch.value', spare: true },
    ],
    rows: problems.map((problem) => [
      cell.text(String(problem.line)),
      cell.text(problem.column === null ? null : String(problem.column)),
      problem.name === null ? cell.text(problem.head) : cell.name(problem.name, problem.head ?? problem.name),
      cell.name(problem.code, textOf(problem, context)),
      cell.text(problem.value ?? null),
    ]),
    empty: 'batch.no-problem',
  };
}

function textOf({ code, name, params }: Problem, { t }: Context): string {
  if (code !== 'bad_format') return t(`batch-problem.${code}`, params);
  switch (name) {
    case 'account':
    case 'msisdn':
    case 'network_login':
    case 'document_digits':
      return t(`batch-format.${name}`);
    default:
      throw new Error(`no format of ${name}`);
  }
}

export function problemJson({ line, column, name, code, value }: Problem) {
  return { line, column, name, code, value: value ?? null };
}
