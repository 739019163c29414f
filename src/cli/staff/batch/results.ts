import { stringify } from 'csv-stringify/sync';
import { fileFailure } from '../../export/failures.ts';
import { openWholeFile } from '../../export/whole-file.ts';
import type { Host } from '../../host.ts';
import { slipPdf } from '../slip-pdf.ts';
import type { Delimiter } from './file.ts';
import type { Refused } from './issue.ts';
import type { Issued } from './journal.ts';

const HEAD = [
  'line',
  'status',
  'account',
  'msisdn',
  'network_login',
  'one_time_password',
  'one_time_password_expires_at',
  'error',
];

/**
 * The results as CSV, in the order of the file. What was issued for rows that are not in the file any more comes at the
 * end, without a line: nobody else knows those passwords.
 */
export function resultsCsv({ issued, removed, refused }: Outcomes, delimiter: Delimiter): string {
  const done = (line: number | '', { credentials }: Issued) => [
    line,
    'issued',
    credentials.account_id,
    credentials.msisdn,
    credentials.network_login,
    credentials.one_time_password,
    credentials.one_time_password_expires_at,
    '',
  ];
  const failed = ({ line, error }: Refused) => [line, 'failed', '', '', '', '', '', error.code];
  const rows = [...issued.map((row) => done(row.line, row)), ...refused.map(failed)];
  const inOrder = rows.toSorted(([a], [b]) => Number(a) - Number(b));
  const gone = removed.map((row) => done('', row));
  // What a cabinet answers must not become a formula where the file is opened (ASVS 1.2.10).
  return stringify([HEAD, ...inOrder, ...gone], {
    delimiter,
    record_delimiter: '\r\n',
    escape_formulas: true,
  });
}

/** What came of a batch, this time and before. */
export interface Outcomes {
  issued: readonly Issued[];
  /** Issued before, for rows that are not in the file any more. */
  removed: readonly Issued[];
  refused: readonly Refused[];
}

/** Slips of everything that was issued, in the order of the file. */
export function slipsOf({ issued, removed }: Outcomes, cabinet: string): Promise<Uint8Array> {
  const rows = [...issued.toSorted((a, b) => a.line - b.line), ...removed];
  return slipPdf(rows.map(({ credentials }) => ({ credentials, cabinet })));
}

/** Replaces a file as a whole, readable by its owner only. @throws CliError `write_failed` */
export async function replaceFile(path: string, content: string | Uint8Array, host: Host): Promise<void> {
  try {
    const file = await openWholeFile(path, true, host);
    try {
      await file.write(content);
      await file.publish();
    } finally {
      await file.discard();
    }
  } catch (error) {
    throw fileFailure(error, path);
  }
}
