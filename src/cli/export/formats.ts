import { type Options, stringify } from 'csv-stringify/sync';
import { loadMessages } from '../../messages/index.ts';
import { plainCells, russianCells, type UsageRow, usageColumns } from './usage-rows.ts';

/** How rows become the text of a file. */
export interface Format {
  /** What stands before the first row. */
  head: string;
  rows(rows: readonly UsageRow[]): string;
}

export type Dialect = 'rfc4180' | 'excel-ru';

/**
 * CSV after RFC 4180: CRLF, quotes where needed.
 * `rfc4180`: comma, decimal point, ISO 8601, English heads, no byte order mark. `excel-ru`: what Excel with Russian
 * settings opens by a double click: semicolon, decimal comma, «dd.mm.yyyy hh:mm:ss», Russian words, byte order mark.
 */
export async function csvFormat(dialect: Dialect): Promise<Format> {
  if (dialect === 'rfc4180') return csv(',', '', usageColumns, plainCells);
  const words = await loadMessages('ru');
  const heads = usageColumns.map((column) => words(`detail.column.${column}`));
  return csv(';', '\ufeff', heads, russianCells(words));
}

function csv(
  delimiter: string,
  mark: string,
  heads: readonly string[],
  cells: (row: UsageRow) => string[],
): Format {
  const options: Options = { delimiter, record_delimiter: '\r\n', quoted_match: LINE_BREAK };
  return {
    head: mark + stringify([[...heads]], options),
    rows: (rows) => stringify(rows.map(cells), options),
  };
}

/** csv-stringify quotes its own record delimiter only; a lone CR or LF ends a record for many readers. */
const LINE_BREAK = /[\r\n]/;

/** One JSON object a line, as the cabinet wrote it. */
export const ndjsonFormat: Format = {
  head: '',
  rows: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
};
