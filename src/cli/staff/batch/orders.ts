import type { InputOf } from '../../../contract/operation.ts';
import type { checkIssues, issueCredentials } from '../../../contract/operations/staff-issues.ts';
import { loadMessages } from '../../../messages/index.ts';
import {
  CONFIDENTIAL,
  type ColumnName,
  type Columns,
  columnNames,
  type Place,
  readCell,
  readHeads,
} from './columns.ts';
import { badFile, type Delimiter, type Record, readCsv } from './file.ts';
import type { Problem } from './problems.ts';

export const MOST_ROWS = 10_000;

type LineOrder = InputOf<typeof checkIssues>['body']['orders'][number];
/** What is asked of the cabinet for a row, without the key of the reply. */
export type Order = Omit<InputOf<typeof issueCredentials>['body'], 'reply_key'>;

/** A row as far as it can be read. */
export interface Row {
  line: number;
  /** What the cabinet can check even where the rest of the row is wrong: the fields that were read, in a whole order. */
  checkable: { read: Partial<LineOrder>; order: LineOrder } | null;
  /** Null when anything is wrong. */
  order: Order | null;
}

export interface OrderFile {
  delimiter: Delimiter;
  columns: Columns;
  rows: readonly Row[];
  problems: readonly Problem[];
}

/**
 * Reads a file of orders and finds everything that can be found wrong without the cabinet.
 * @throws CliError `bad_file` when there is nothing to read, or too much
 */
export async function readOrders(path: string, name: string): Promise<OrderFile> {
  const { delimiter, records, broken } = await readCsv(path, name);
  const problems: Problem[] = [];
  if (broken !== null) problems.push({ line: broken, column: null, name: null, head: null, code: 'quotes' });
  const [heads, ...rest] = records;
  if (heads === undefined && broken === null) throw badFile('batch.empty-file', name);
  if (rest.length === 0 && broken === null) throw badFile('batch.no-rows', name);
  if (rest.length > MOST_ROWS) throw badFile('batch.too-many-rows', name, { count: MOST_ROWS });
  const russian = await loadMessages('ru');
  const { columns, problems: ofHeads } = readHeads(heads?.cells ?? [], heads?.line ?? 1, russian);
  if (heads !== undefined) problems.push(...ofHeads);
  if (ofHeads.length > 0) return { delimiter, columns, rows: [], problems };
  const unique = new Duplicates();
  const rows = rest.map((record) => {
    const { values, problems: found } = readRecord(record, columns, heads?.cells.length ?? 0, (name, cell) =>
      readCell(name, cell, russian),
    );
    found.push(...unique.find(record.line, values, columns));
    problems.push(...found);
    return toRow(record.line, values, found.length === 0);
  });
  return { delimiter, columns, rows, problems };
}

type Values = Partial<globalThis.Record<ColumnName, string>>;

function readRecord(
  { line, cells }: Record,
  columns: Columns,
  expected: number,
  read: (name: ColumnName, cell: string) => ReturnType<typeof readCell>,
): { values: Values; problems: Problem[] } {
  if (cells.length !== expected) {
    const params = { found: cells.length, expected };
    return { values: {}, problems: [{ line, column: null, name: null, head: null, code: 'cells', params }] };
  }
  const values: Values = {};
  const problems: Problem[] = [];
  for (const [name, place] of columns) {
    const cell = cells[place.column - 1] ?? '';
    const reading = read(name, cell);
    if ('value' in reading) values[name] = reading.value;
    else problems.push({ line, ...at(name, place, cell), ...reading });
  }
  return { values, problems };
}

/** Where a problem of a column is, and what stands there. */
function at(name: ColumnName, { column, head }: Place, cell: string) {
  const value = cell.trim();
  return { name, column, head, ...(CONFIDENTIAL.has(name) || value === '' ? {} : { value }) };
}

const UNIQUE = ['account', 'msisdn', 'network_login'] as const;

/** Logins that stand further up in the file already: those of all three kinds share one space (R1). */
class Duplicates {
  readonly #seen = new Map<string, number>();

  find(line: number, values: Values, columns: Columns): Problem[] {
    return UNIQUE.flatMap((name) => {
      const value = values[name];
      const place = columns.get(name);
      if (!value || place === undefined) return [];
      const first = this.#seen.get(value);
      this.#seen.set(value, first ?? line);
      if (first === undefined) return [];
      return [{ line, ...at(name, place, value), code: 'duplicate' as const, params: { line: first } }];
    });
  }
}

/** Stands in for a field that cannot be read, so that the cabinet can check the others of its row. */
const FILLER = { msisdn: '9000000000', network_login: 'filler', region: '-', tariff_id: '-' };

function toRow(line: number, values: Values, sound: boolean): Row {
  const { account, msisdn, network_login, region, tariff } = values;
  const read = {
    ...(account ? { account_id: account } : {}),
    ...(msisdn === undefined ? {} : { msisdn }),
    ...(network_login === undefined ? {} : { network_login }),
    ...(region === undefined ? {} : { region }),
    ...(tariff === undefined ? {} : { tariff_id: tariff }),
  };
  const checkable = Object.keys(read).length === 0 ? null : { read, order: { ...FILLER, ...read } };
  if (!sound || checkable === null) return { line, checkable, order: null };
  const order: Order = {
    ...checkable.order,
    contract_number: values.contract_number ?? '',
    holder: values.name ?? '',
    holder_kind: values.kind === 'company' ? 'company' : 'person',
    document: {
      kind: (values.document_kind ?? 'passport') as Order['document']['kind'],
      last_digits: values.document_digits ?? '',
    },
    codeword: values.codeword ?? '',
  };
  return { line, checkable, order };
}

/** The column that a field of the cabinet's was read from. */
export function placeOf(field: string, columns: Columns): Pick<Problem, 'name' | 'column' | 'head'> {
  const name = columnNames.find((column) => (FIELDS[column] ?? column) === field) ?? null;
  const place = name === null ? undefined : columns.get(name);
  return { name, column: place?.column ?? null, head: place?.head ?? null };
}

const FIELDS: Values = { account: 'account_id', tariff: 'tariff_id', name: 'holder' };
