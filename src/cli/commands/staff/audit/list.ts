import type { Client } from '../../../../client/client.ts';
import type { InputOf, ReplyOf } from '../../../../contract/operation.ts';
import { listAudit } from '../../../../contract/operations/staff-audit.ts';
import { getStaffSession } from '../../../../contract/operations/staff-sessions.ts';
import { UsageError } from '../../../errors.ts';
import { PAGE_ROWS } from '../../../pages.ts';
import { cell } from '../../../render/cells.ts';
import type { Cell, Table } from '../../../render/result.ts';
import { requireStaff } from '../../../session-owner.ts';
import type { InputFor, Run } from '../../../spec.ts';
import { roleCell } from '../../../staff/role.ts';
import { readPeriod } from '../../detail/period.ts';
import type { auditList } from './spec.ts';

type Query = NonNullable<InputOf<typeof listAudit>['query']>;
type Row = ReplyOf<typeof listAudit>['items'][number];

const SHOWN_ROWS = 50;

export const run: Run<typeof auditList> = async (context, { options }) => {
  if (options.all && options.limit !== undefined) throw new UsageError('detail.all-and-limit');
  await requireStaff(context);
  const client = await context.client();
  const query = await queryOf(client, options);
  const limit = options.all ? Number.POSITIVE_INFINITY : (options.limit ?? SHOWN_ROWS);
  const { items, next } = await readPages(client, query, limit);
  return {
    json: { schema: 'staff-audit-list/1', items, next },
    blocks: [context.mode === 'terminal' ? shortTable(items) : table(items)],
    notes: next === null ? [] : [{ key: 'audit.more' }],
  };
};

async function queryOf(
  client: Client,
  { by, on, from, to, action }: InputFor<typeof auditList>['options'],
): Promise<Query> {
  const days = [from, to].some((text) => text !== undefined && !text.includes('T'));
  const period = readPeriod({ from, to }, days ? await offsetOf(client) : 'UTC');
  return {
    ...(by === undefined ? {} : { by }),
    ...(on === undefined ? {} : { on }),
    ...(period.from === undefined ? {} : { from: period.from.toISOString() }),
    ...(period.to === undefined ? {} : { to: period.to.toISOString() }),
    ...(action === undefined ? {} : { action }),
  };
}

/** A typed day is one of the calendar in which the cabinet writes its times for this member. */
async function offsetOf(client: Client): Promise<string> {
  const { as_of } = await client.call(getStaffSession, {});
  return /[+-]\d{2}:\d{2}$/.exec(as_of)?.[0] ?? 'UTC';
}

async function readPages(
  client: Client,
  query: Query,
  limit: number,
): Promise<{ items: Row[]; next: string | null }> {
  const items: Row[] = [];
  let next: string | null = null;
  do {
    const page: Query = { ...query, limit: Math.min(PAGE_ROWS, limit - items.length) };
    const reply: ReplyOf<typeof listAudit> = await client.call(listAudit, {
      query: next === null ? page : { ...page, after: next },
    });
    items.push(...reply.items);
    next = reply.next;
  } while (next !== null && items.length < limit);
  return { items, next };
}

/** What fits a terminal of 80 columns; a pipe and `--json` have everything. */
function shortTable(rows: readonly Row[]): Table {
  return {
    kind: 'table',
    columns: [
      { label: 'audit.at' },
      { label: 'audit.member' },
      { label: 'audit.action' },
      { label: 'audit.subject' },
      { label: 'audit.result' },
      { label: 'field.reason', spare: true },
      { label: 'audit.source', spare: true },
    ],
    rows: rows.map((row) => [
      cell.instant(row.at),
      cell.text(row.member),
      cell.text(row.action),
      cell.text(row.subject),
      resultCell(row),
      cell.text(row.reason),
      cell.text(row.source),
    ]),
    empty: 'audit.none',
  };
}

function table(rows: readonly Row[]): Table {
  return {
    kind: 'table',
    columns: [
      { label: 'audit.sequence' },
      { label: 'audit.at' },
      { label: 'audit.member' },
      { label: 'staff.role' },
      { label: 'staff.office' },
      { label: 'audit.action' },
      { label: 'audit.subject' },
      { label: 'field.reason' },
      { label: 'audit.source' },
      { label: 'audit.result' },
      { label: 'audit.dry-run' },
      { label: 'audit.request' },
      { label: 'audit.hash' },
    ],
    rows: rows.map((row) => [
      cell.text(String(row.sequence)),
      cell.instant(row.at),
      cell.text(row.member),
      row.role === null ? cell.none : roleCell(row.role),
      cell.text(row.office),
      cell.text(row.action),
      cell.text(row.subject),
      cell.text(row.reason),
      cell.text(row.source),
      cell.text(row.result),
      cell.text(String(row.dry_run)),
      cell.text(row.request_id),
      cell.text(row.hash),
    ]),
    empty: 'audit.none',
  };
}

function resultCell({ result, dry_run }: Row): Cell {
  if (result !== 'done') return { kind: 'text', text: result };
  return dry_run
    ? { kind: 'word', code: 'dry_run', label: 'audit.only-tried', status: 'neutral' }
    : { kind: 'word', code: 'done', label: 'audit.done', status: 'good' };
}
