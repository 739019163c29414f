import { resolve } from 'node:path';
import { formatInstant } from '../../../shared/period.ts';
import type { Context } from '../../context.ts';
import { UsageError } from '../../errors.ts';
import { feedFailure, fileFailure } from '../../export/failures.ts';
import { csvFormat, type Format, ndjsonFormat } from '../../export/formats.ts';
import { Pieces } from '../../export/pieces.ts';
import { type FeedSettings, readWholePeriod } from '../../export/usage-feed.ts';
import { checkTarget, openWholeFile } from '../../export/whole-file.ts';
import { nothing, type Result } from '../../render/result.ts';
import { sanitize } from '../../render/sanitize.ts';
import type { InputFor, Run } from '../../spec.ts';
import { daysOf, type LinePeriod, periodOfLine } from './period.ts';
import type { detailExport } from './spec.ts';

type Options = InputFor<typeof detailExport>['options'];

export const run: Run<typeof detailExport> = async (context, { options }) => {
  checkOptions(context, options);
  const given = options.out === '-' ? undefined : options.out;
  if (given !== undefined) await expectFree(context, given, options.force);
  const client = await context.client();
  const line = await periodOfLine(client, { from: options.from, to: options.to });
  const feed: FeedSettings = {
    client,
    query: {
      from: line.period.from.toISOString(),
      to: line.period.to.toISOString(),
      ...(options.type === undefined ? {} : { type: options.type }),
    },
    origin: (await context.config()).server.value ?? '',
    signal: context.signal,
  };
  const format = options.format === 'ndjson' ? ndjsonFormat : await csvFormat(options.dialect ?? 'rfc4180');
  if (options.out === '-') return toStdout(context, feed, format);
  if (given === undefined) await expectFree(context, defaultName(line, options), options.force);
  return toFile(context, feed, format, line, options);
};

/** @throws UsageError for options that exclude each other */
function checkOptions(context: Context, { out, format, dialect }: Options): void {
  if (out === '-' && context.flags.json) throw new UsageError('detail.json-and-stdout');
  if (format === 'ndjson' && dialect !== undefined) throw new UsageError('detail.dialect-of-csv');
}

async function expectFree({ host }: Context, name: string, force: boolean): Promise<void> {
  await checkTarget(resolve(host.cwd, name), force).catch((error: unknown) => {
    throw fileFailure(error, name);
  });
}

function defaultName(line: LinePeriod, { format }: Options): string {
  const { first, last } = daysOf(line);
  return `detail-${line.msisdn}-${first}-${last}.${format ?? 'csv'}`;
}

async function toStdout(context: Context, feed: FeedSettings, format: Format): Promise<Result> {
  const terminal = context.host.stdout.isTTY === true;
  const shown = terminal ? harmless(format) : format;
  await copy(context, feed, shown, 'stdout', (bytes) => context.out.write(bytes));
  return nothing;
}

/** A file may hold any character, a terminal obeys some of them (CWE-150). */
function harmless({ head, rows }: Format): Format {
  const clean = (text: string) => text.replaceAll('\r\n', '\n').split('\n').map(sanitize).join('\n');
  return { head: clean(head), rows: (some) => clean(rows(some)) };
}

async function toFile(
  context: Context,
  feed: FeedSettings,
  format: Format,
  line: LinePeriod,
  options: Options,
): Promise<Result> {
  const name = options.out ?? defaultName(line, options);
  const path = resolve(context.host.cwd, name);
  try {
    const file = await openWholeFile(path, options.force, context.host);
    try {
      const written = await copy(context, feed, format, 'file', (bytes) => file.write(bytes));
      await file.publish();
      return summary(path, name, written, line, options);
    } finally {
      await file.discard();
    }
  } catch (error) {
    throw fileFailure(error, name);
  }
}

interface Written {
  records: number;
  bytes: number;
}

/** Everything of the feed through `write`. */
async function copy(
  context: Context,
  feed: FeedSettings,
  format: Format,
  target: 'file' | 'stdout',
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<Written> {
  const progress = context.progress('detail.exporting');
  const pieces = new Pieces(write);
  let records = 0;
  try {
    await pieces.add(format.head);
    for await (const rows of readWholePeriod(feed)) {
      await pieces.add(format.rows(rows));
      records += rows.length;
      progress.update(records);
    }
    await pieces.flush();
    return { records, bytes: pieces.bytes };
  } catch (error) {
    throw feedFailure(error, context, records, target);
  } finally {
    progress.stop();
  }
}

function summary(
  path: string,
  name: string,
  { records, bytes }: Written,
  { period, timeZone }: LinePeriod,
  { format = 'csv', dialect = 'rfc4180' }: Options,
): Result {
  return {
    blocks: [],
    json: {
      schema: 'detail-export/1',
      file: path,
      records,
      bytes,
      from: formatInstant(period.from, timeZone),
      to: formatInstant(period.to, timeZone),
      format,
      dialect: format === 'csv' ? dialect : null,
    },
    notes: [{ key: 'detail.exported', params: { count: records, file: sanitize(name) } }],
  };
}
