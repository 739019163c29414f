import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { CsvError, Info } from 'csv-parse/sync';
import type { MessageKey } from '../../../messages/index.ts';
import { CliError } from '../../errors.ts';
import { exitCodes } from '../../exit-codes.ts';
import { sanitize } from '../../render/sanitize.ts';

export const MOST_BYTES = 5 * 1024 * 1024;

/** A row of a CSV file; `line` is where it begins, from 1. */
export interface Record {
  line: number;
  cells: readonly string[];
}

export interface Records {
  delimiter: Delimiter;
  records: readonly Record[];
  /** The line from which on the quotes make no sense; no record is read from there. */
  broken: number | null;
}

export type Delimiter = ',' | ';';

/**
 * Reads a CSV file as offices write them: comma or semicolon, which the first line shows; UTF-8 with or without a byte
 * order mark, else windows-1251; any line ends. Rows without a single value are left out.
 * @throws CliError `bad_file` when it is no text file, too large, or not there
 */
export async function readCsv(path: string, name: string): Promise<Records> {
  const text = decode(await readBytes(path, name), name).replace(/\r\n?/g, '\n');
  const delimiter = /^[^\n]*;/.test(text) ? ';' : ',';
  return { delimiter, ...(await parseRecords(text, delimiter)) };
}

async function readBytes(path: string, name: string): Promise<Buffer> {
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const facts = await handle.stat();
      if (!facts.isFile()) throw badFile('batch.not-a-file', name);
      if (facts.size > MOST_BYTES) throw badFile('batch.too-large', name);
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof CliError || !(error instanceof Error && 'code' in error)) throw error;
    const code = String(error.code);
    if (code === 'ENOENT') throw badFile('batch.no-file', name);
    throw badFile('batch.unreadable', name, { detail: code });
  }
}

function decode(bytes: Buffer, name: string): string {
  if (bytes.length === 0) throw badFile('batch.empty-file', name);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') throw badFile('batch.workbook', name);
  if (bytes.includes(0)) throw badFile('batch.binary', name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** A file that cannot be worked with as a whole. */
export function badFile(key: MessageKey, name: string, params: { [name: string]: string | number } = {}) {
  const details = { params: { file: sanitize(name), ...params } };
  return new CliError(exitCodes.usage, 'bad_file', key, details);
}

async function parseRecords(text: string, delimiter: Delimiter): Promise<Omit<Records, 'delimiter'>> {
  const { parse } = await import('csv-parse/sync');
  const errors: CsvError[] = [];
  const found = parse(text, {
    delimiter,
    record_delimiter: '\n',
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error !== undefined) errors.push(error);
      return undefined;
    },
  }) as unknown as { record: string[]; info: Info }[];
  const [error] = errors;
  const readable = error === undefined ? found : found.filter(({ info }) => info.lines < linesOf(error));
  const records = readable.map(({ record, info }) => ({
    line: info.lines - record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0),
    cells: record,
  }));
  if (error === undefined) return { records, broken: null };
  // A quote that is never closed is noticed at the end of the file only.
  const endless = error.code === 'CSV_QUOTE_NOT_CLOSED';
  return { records, broken: endless ? (readable.at(-1)?.info.lines ?? 0) + 1 : linesOf(error) };
}

function linesOf(error: CsvError): number {
  return Number(error['lines']);
}
