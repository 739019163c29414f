import { readFileSync, statSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { noteSecret } from './secrets.ts';

export const HEAD =
  'contract_number,name,kind,region,account,msisdn,network_login,tariff,document_kind,document_digits,codeword';

export type Cells = Record<string, string>;

let made = 0;

/** Cells of an order that the cabinet takes; every login is different each time. */
export function newRow(wanted: Cells = {}): Cells {
  const number = made++;
  return {
    contract_number: `B-${number}`,
    name: `Ковалёва Анна №${number}`,
    kind: 'person',
    region: 'sverdlovsk',
    account: '',
    msisdn: String(9_700_000_000 + number),
    network_login: `batch.line${number}`,
    tariff: 'start',
    document_kind: 'passport',
    document_digits: String(1000 + (number % 9000)),
    codeword: 'Облако',
    ...wanted,
  };
}

export function newRows(count: number): Cells[] {
  return Array.from({ length: count }, () => newRow());
}

/** A file of orders as text. */
export function csvOf(rows: readonly Cells[], head = HEAD, delimiter = ','): string {
  const names = HEAD.split(',');
  const lines = rows.map((row) => names.map((name) => quoted(row[name] ?? '', delimiter)).join(delimiter));
  return `${[head.replaceAll(',', delimiter), ...lines].join('\n')}\n`;
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export interface ResultRow {
  line: string;
  status: string;
  account: string;
  msisdn: string;
  network_login: string;
  one_time_password: string;
  one_time_password_expires_at: string;
  error: string;
}

/** A file of results; its passwords are secrets that must not turn up anywhere else. */
export function readResults(path: string, delimiter = ','): ResultRow[] {
  const rows = parse(readFileSync(path), { columns: true, delimiter }) as ResultRow[];
  for (const { one_time_password: password } of rows) if (password !== '') noteSecret(password);
  return rows;
}

/** Whether nobody but its owner can read a file. */
export function isPrivate(path: string): boolean {
  return (statSync(path).mode & 0o777) === 0o600;
}

/** A text as older Excel saves it. */
export function windows1251(text: string): Buffer {
  const table = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Buffer.from([...text].map((character) => table.indexOf(character)));
}
