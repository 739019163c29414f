import { Chalk, type ChalkInstance } from 'chalk';
import Table from 'cli-table3';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Context } from '../context.ts';
import { wantsColor } from '../flags.ts';
import type { OutStream } from '../host.ts';
import { localeFormat } from './format.ts';
import type { TerminalStyle } from './render.ts';
import type { Block, Cell, Fields, Status, Table as TableBlock } from './result.ts';
import { sanitize } from './sanitize.ts';
import { fitColumns } from './widths.ts';

/** Blocks as a person sees them on this stream. Loaded only when a person looks. */
export function renderForPeople(
  blocks: readonly Block[],
  { t, locale, flags, host }: Context,
  stream: OutStream,
): string {
  const color = wantsColor(flags, host.env, stream);
  return renderTerminal(blocks, {
    t,
    format: localeFormat(locale, t),
    columns: stream.columns || 80,
    color,
  });
}

/** Titles, aligned fields, tables; nothing is cut off, long texts continue on the next line. */
export function renderTerminal(blocks: readonly Block[], style: TerminalStyle): string {
  const chalk = new Chalk({ level: style.color ? 1 : 0 });
  return blocks
    .map((block) => renderBlock(block, style, chalk))
    .filter((text) => text !== '')
    .join('\n');
}

function renderBlock(block: Block, style: TerminalStyle, chalk: ChalkInstance): string {
  switch (block.kind) {
    case 'fields':
      return title(block.title, style, chalk) + renderFields(block.rows, style, chalk);
    case 'table':
      return block.rows.length === 0
        ? ''
        : title(block.title, style, chalk) + renderTable(block, style, chalk);
    case 'verbatim':
      return block.text;
    case 'prose':
      return renderProse(block.text, Math.min(style.columns, READABLE));
  }
}

/** Longer lines are hard to read. */
const READABLE = 80;

function renderProse(text: string, width: number): string {
  return text
    .split('\n')
    .map((paragraph) => `${wrap(sanitize(paragraph), width)}\n`)
    .join('');
}

function title(key: Fields['title'], style: TerminalStyle, chalk: ChalkInstance): string {
  return key === undefined ? '' : `${chalk.bold(style.t(key))}\n`;
}

type Row = Pick<Fields['rows'][number], 'label' | 'value'>;

function renderFields(rows: readonly Row[], style: TerminalStyle, chalk: ChalkInstance): string {
  const pairs = rows.map((row) => [style.t(row.label), style.format(row.value)]);
  const widths = fitColumns(pairs, style.columns, WHOLE_WORD) ?? fitColumns(pairs, style.columns, 1) ?? [];
  return draw(
    pairs.map(([label = '', text = ''], index) => [
      chalk.dim(wrap(label, widths[0])),
      paint(wrap(text, widths[1]), rows[index]?.value, chalk),
    ]),
    ['left', 'left'],
  );
}

/** A table, or in a terminal too narrow even for what it needs one group of fields for every row. */
function renderTable(block: TableBlock, style: TerminalStyle, chalk: ChalkInstance): string {
  const heads = block.columns.map((column) => style.t(column.label));
  const texts = block.rows.map((row) => row.map(style.format));
  const measured = (text: string, index: number) =>
    block.columns[index]?.align === 'right' ? unbroken(text) : text;
  const widths = fitColumns([heads, ...texts.map((row) => row.map(measured))], style.columns, WHOLE_WORD);
  if (widths === null) {
    if (block.columns.some((column) => column.spare)) return renderTable(withoutSpare(block), style, chalk);
    return block.rows.map((row) => renderFields(asFields(block, row), style, chalk)).join('\n');
  }
  return draw(
    [
      heads.map((head, index) => chalk.dim(wrap(head, widths[index]))),
      ...texts.map((row, line) =>
        row.map((text, index) => paint(wrap(text, widths[index]), block.rows[line]?.[index], chalk)),
      ),
    ],
    block.columns.map((column) => column.align ?? 'left'),
  );
}

function withoutSpare(block: TableBlock): TableBlock {
  const kept = (_: unknown, index: number) => !block.columns[index]?.spare;
  return {
    ...block,
    columns: block.columns.filter(kept),
    rows: block.rows.map((row) => row.filter(kept)),
  };
}

/** Longer words may be broken; a UUID is not. */
const WHOLE_WORD = 36;

/** Amounts stay on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

function asFields(block: TableBlock, row: readonly Cell[]): Row[] {
  return block.columns.flatMap(({ label }, index) => {
    const value = row[index];
    return value === undefined ? [] : [{ label, value }];
  });
}

function wrap(text: string, width: number | undefined): string {
  return width === undefined || stringWidth(text) <= width ? text : wrapAnsi(text, width, { hard: true });
}

const COLORS: Record<Exclude<Status, 'neutral'>, 'green' | 'yellow' | 'red'> = {
  good: 'green',
  warning: 'yellow',
  bad: 'red',
};

function paint(text: string, cell: Cell | undefined, chalk: ChalkInstance): string {
  if (cell?.kind !== 'word' || cell.status === undefined || cell.status === 'neutral') return text;
  return chalk[COLORS[cell.status]](text);
}

/** Borderless columns survive copying. The texts are wrapped already, so that the library never has to cut one off. */
function draw(rows: string[][], colAligns: ('left' | 'right')[]): string {
  const table = new Table({
    colAligns,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    chars: CHARS,
  });
  table.push(...rows);
  return `${table.toString().replace(/ +$/gm, '')}\n`;
}

const CHARS = {
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
  middle: '  ',
};
