import type { Client } from '../../../client/client.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { listUsage } from '../../../contract/operations/usage.ts';
import { parseMsisdn } from '../../../shared/msisdn.ts';
import { UsageError } from '../../errors.ts';
import { type UsageRow, usageColumns } from '../../export/usage-rows.ts';
import { PAGE_ROWS } from '../../pages.ts';
import { cell } from '../../render/cells.ts';
import type { Cell, Table } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { queryFor } from './period.ts';
import type { detailList } from './spec.ts';

const SHOWN_ROWS = 50;

export const run: Run<typeof detailList> = async (context, { options }) => {
  if (options.all && options.limit !== undefined) throw new UsageError('detail.all-and-limit');
  const client = await context.client();
  const { type, after } = options;
  const query = {
    ...(await queryFor(client, { from: options.from, to: options.to })),
    ...(type === undefined ? {} : { type }),
    ...(after === undefined ? {} : { after }),
  };
  const limit = options.all ? Number.POSITIVE_INFINITY : (options.limit ?? SHOWN_ROWS);
  const { items, next } = await readPages(client, query, limit);
  return {
    json: { schema: 'detail-list/1', items, next },
    blocks: [context.mode === 'terminal' ? shortTable(items) : table(items)],
    notes: next === null ? [] : [{ key: 'detail.more', params: { cursor: next } }],
  };
};

type Query = NonNullable<InputOf<typeof listUsage>['query']>;

async function readPages(
  client: Client,
  query: Query,
  limit: number,
): Promise<{ items: UsageRow[]; next: string | null }> {
  const items: UsageRow[] = [];
  let next: string | null = query.after ?? null;
  do {
    const page: Query = { ...query, limit: Math.min(PAGE_ROWS, limit - items.length) };
    const reply = await client.call(listUsage, { query: next === null ? page : { ...page, after: next } });
    items.push(...reply.items);
    next = reply.next;
  } while (next !== null && items.length < limit);
  return { items, next };
}

/** What fits a terminal of 80 columns; a pipe and `--json` have everything. */
function shortTable(rows: readonly UsageRow[]): Table {
  return {
    kind: 'table',
    columns: [
      { label: 'detail.column.start' },
      { label: 'detail.column.type' },
      { label: 'detail.direction' },
      { label: 'detail.with' },
      { label: 'detail.column.volume', align: 'right' },
      { label: 'detail.column.cost', align: 'right' },
    ],
    rows: rows.map((row) => [
      cell.instant(row.started_at),
      type(row),
      direction(row),
      row.counterpart === null ? cell.text(row.service ?? row.place) : counterpart(row.counterpart),
      cell.volume(row.volume, row.unit),
      cell.money(row.cost),
    ]),
    empty: 'detail.empty',
  };
}

function table(rows: readonly UsageRow[]): Table {
  return {
    kind: 'table',
    columns: usageColumns
      .filter((column) => column !== 'unit')
      .map((column) => ({ label: `detail.column.${column}` as const })),
    rows: rows.map((row) => [
      cell.instant(row.started_at),
      type(row),
      direction(row),
      counterpart(row.counterpart),
      cell.text(row.place),
      cell.volume(row.volume, row.unit),
      cell.money(row.cost),
      cell.money(row.balance_after),
      cell.text(row.service),
    ]),
    empty: 'detail.empty',
  };
}

function type(row: UsageRow): Cell {
  return cell.word(row.type, `detail.type.${row.type}`);
}

function direction(row: UsageRow): Cell {
  return row.direction === null ? cell.none : cell.word(row.direction, `detail.direction.${row.direction}`);
}

/** A mobile number, a short number, or a name. */
function counterpart(text: string | null): Cell {
  return text !== null && parseMsisdn(text) === text ? cell.msisdn(text) : cell.text(text);
}
