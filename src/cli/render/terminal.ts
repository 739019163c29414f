import { Chalk, type ChalkInstance } from 'chalk';
import Table from 'cli-table3';
import type { TerminalStyle } from './render.ts';
import type { Block, Fields, Result, Table as TableBlock } from './result.ts';

/** A result for a person: titles, aligned fields, tables. Loaded only when stdout is a terminal. */
export function renderTerminal(result: Result, style: TerminalStyle): string {
  const chalk = new Chalk({ level: style.color ? 1 : 0 });
  return result.blocks
    .map((block) => renderBlock(block, style, chalk))
    .filter((text) => text !== '')
    .join('\n');
}

function renderBlock(block: Block, style: TerminalStyle, chalk: ChalkInstance): string {
  switch (block.kind) {
    case 'fields':
      return title(block.title, style, chalk) + renderFields(block, style, chalk);
    case 'table':
      return block.rows.length === 0
        ? ''
        : title(block.title, style, chalk) + renderTable(block, style, chalk);
    case 'verbatim':
      return block.text;
  }
}

function title(key: Fields['title'], style: TerminalStyle, chalk: ChalkInstance): string {
  return key === undefined ? '' : `${chalk.bold(style.t(key))}\n`;
}

function renderFields(block: Fields, style: TerminalStyle, chalk: ChalkInstance): string {
  const labels = block.rows.map((row) => style.t(row.label));
  const width = Math.max(0, ...labels.map((label) => label.length));
  return block.rows
    .map((row, index) => `${chalk.dim((labels[index] ?? '').padEnd(width))}  ${style.format(row.value)}\n`)
    .join('');
}

/** Borderless columns: they survive copying, and cli-table3 measures wide characters and wraps long cells. */
function renderTable(block: TableBlock, style: TerminalStyle, chalk: ChalkInstance): string {
  const cells = block.rows.map((row) => row.map(style.format));
  const heads = block.columns.map((column) => style.t(column.label));
  const table = new Table({
    head: heads.map((head) => chalk.dim(head)),
    colAligns: block.columns.map((column) => column.align ?? 'left'),
    colWidths: columnWidths(heads, cells, style.columns),
    wordWrap: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP },
    chars: NO_BORDER,
  });
  table.push(...cells);
  return `${table.toString().replace(/ +$/gm, '')}\n`;
}

const GAP = 2;

const NO_BORDER = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

/** Natural widths; when they do not fit, the widest columns give way first. */
function columnWidths(heads: readonly string[], rows: readonly (readonly string[])[], columns: number): number[] {
  const widths = heads.map(
    (head, index) => Math.max(head.length, ...rows.map((row) => row[index]?.length ?? 0)) + GAP,
  );
  let excess = widths.reduce((sum, width) => sum + width, 0) - columns;
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    const width = widths[widest] ?? 0;
    if (width <= MINIMUM) break;
    widths[widest] = width - 1;
    excess -= 1;
  }
  return widths;
}

const MINIMUM = 6;
