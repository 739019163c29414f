import { setTimeout as sleep } from 'node:timers/promises';
import { Compile } from 'typebox/compile';
import type { Client } from '../../client/client.ts';
import { CabinetError, TransportError, type TransportFailure } from '../../client/errors.ts';
import { errors, isErrorCode } from '../../contract/errors.ts';
import type { InputOf } from '../../contract/operation.ts';
import { listUsage, StreamEnd, UsageRecord } from '../../contract/operations/usage.ts';
import type { UsageRow } from './usage-rows.ts';

export interface FeedSettings {
  client: Client;
  query: NonNullable<InputOf<typeof listUsage>['query']>;
  /** Named in the failures that are found here. */
  origin: string;
  signal: AbortSignal;
}

/** Rows handed on at a time: few, so that little of a long stream is alive at any moment. */
const BATCH_ROWS = 32;
/** Tries in a row that bring nothing new; a try that brought rows starts the count anew. */
const MOST_FRUITLESS = 5;
const FIRST_PAUSE_MS = 100;

/**
 * All rows of a period, oldest first, in batches. A stream that breaks is resumed behind the last row; it is whole only with
 * its end record and the count in it.
 * @throws CabinetError for a refusal, TransportError for what cannot be resumed, the reason of `signal`
 */
export async function* readWholePeriod(settings: FeedSettings): AsyncGenerator<UsageRow[]> {
  const { query, signal } = settings;
  let after: string | undefined;
  let fruitless = 0;
  while (true) {
    let broken: unknown;
    try {
      const part = readPart({ ...settings, query: after === undefined ? query : { ...query, after } });
      for await (const rows of part) {
        fruitless = 0;
        after = rows.at(-1)?.id ?? after;
        yield rows;
      }
      return;
    } catch (error) {
      broken = error;
    }
    fruitless += 1;
    if (signal.aborted || fruitless >= MOST_FRUITLESS || !mayResume(broken)) throw broken;
    await sleep(FIRST_PAUSE_MS * 2 ** (fruitless - 1), undefined, { signal }).catch(() =>
      signal.throwIfAborted(),
    );
  }
}

/** One answer of the cabinet; what came before it broke is handed on, and then the break is thrown. */
async function* readPart({ client, query, origin, signal }: FeedSettings): AsyncGenerator<UsageRow[]> {
  let batch: UsageRow[] = [];
  let count = 0;
  let broken: unknown = new TransportError('closed', { origin, detail: 'end', sent: true });
  try {
    for await (const line of client.stream(listUsage, { query }, { signal })) {
      const value = parseLine(line, origin);
      if (isEnd.Check(value)) {
        if (value.count !== count) throw badReply(origin, 'count');
        broken = undefined;
        break;
      }
      if (!isRow.Check(value)) throw badReply(origin, 'listUsage');
      batch.push(value);
      count += 1;
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    broken = error;
  }
  if (batch.length > 0) yield batch;
  if (broken !== undefined) throw broken;
}

const isRow = Compile(UsageRecord);
const isEnd = Compile(StreamEnd);

function parseLine(line: string, origin: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw badReply(origin, 'JSON');
  }
}

function badReply(origin: string, detail: string): TransportError {
  return new TransportError('bad_reply', { origin, detail, sent: true });
}

const PASSING: ReadonlySet<TransportFailure> = new Set(['closed', 'refused', 'timeout']);

/** Only what another try may mend. */
function mayResume(error: unknown): boolean {
  if (error instanceof TransportError) return PASSING.has(error.failure);
  return error instanceof CabinetError && isErrorCode(error.code) && errors[error.code].remedy === 'retry';
}
