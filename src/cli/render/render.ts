import type { Translator } from '../../messages/index.ts';
import { type CellFormat, plainFormat } from './format.ts';
import type { Block, Result } from './result.ts';
import { escapeJson, sanitize } from './sanitize.ts';

/** How results are shown, decided once for a run: for people, for pipes, or as one JSON object. */
export type Mode = 'terminal' | 'plain' | 'json';

/** The text of a result in one of the locale-free modes. */
export function renderPlain(result: Result): string {
  return result.blocks.map(plainBlock).join('');
}

/** One line of JSON; `schema` first, bigint-free by type. */
export function renderJson(result: Result): string {
  return result.json === undefined ? renderPlain(result) : `${escapeJson(JSON.stringify(result.json))}\n`;
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'fields':
      return block.rows.map((row) => `${row.key}\t${plainFormat(row.value)}\n`).join('');
    case 'table':
      return block.rows.map((row) => `${row.map(plainFormat).join('\t')}\n`).join('');
    case 'verbatim':
      return block.text;
    case 'prose':
      return `${block.key}\t${sanitize(block.text)}\n`;
  }
}

export interface TerminalStyle {
  t: Translator;
  format: CellFormat;
  columns: number;
  color: boolean;
}
