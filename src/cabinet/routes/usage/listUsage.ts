import { operations } from '../../../contract/index.ts';
import { USAGE_STREAM } from '../../../contract/operations/usage.ts';
import { done, mapDone, type Outcome } from '../../domain/outcome.ts';
import { pageOf } from '../../domain/page.ts';
import { resolvePeriod } from '../../domain/usage/rules.ts';
import { type Call, stream } from '../../http/route.ts';
import type { UsageRecordsTable } from '../../storage/schema.ts';
import { readAllUsage, readUsage, type UsageQuery } from '../../storage/usage/reader.ts';
import { cursorOf, readCursor, usageToWire } from './shape.ts';

const PAGE_ROWS = 50;
/** Rows of one read of a stream: about 0.6 MB of lines at a time. */
const STREAM_ROWS = 2_000;

type Question = Omit<UsageQuery, 'limit' | 'order'>;

function question({ input, subject, now, settings }: Call<typeof operations.listUsage>): Outcome<Question> {
  const { from, to, type, after } = input.query ?? {};
  const asked = { from: from ? new Date(from) : undefined, to: to ? new Date(to) : undefined };
  return mapDone(resolvePeriod(asked, now, subject.timeZone, settings), (period) => ({
    accountId: subject.accountId,
    period,
    type,
    after: after ? readCursor(after) : undefined,
  }));
}

export const listUsageRoute = stream(operations.listUsage, {
  mediaType: USAGE_STREAM,
  async handle(db, call) {
    const asked = question(call);
    if (!asked.ok) return asked;
    const limit = call.input.query?.limit ?? PAGE_ROWS;
    const rows = await readUsage(db, { ...asked.value, limit: limit + 1, order: 'newest_first' });
    const { items, next } = pageOf(rows, limit, cursorOf);
    return done({ items: items.map((row) => usageToWire(row, call.subject.timeZone)), next });
  },
  stream: async (read, call) =>
    mapDone(question(call), (asked) =>
      toLines(readAllUsage(read, asked, STREAM_ROWS), call.subject.timeZone),
    ),
});

/** Pages of rows as NDJSON, and the record without which a reader knows that the stream was cut. */
async function* toLines(pages: AsyncIterable<UsageRecordsTable[]>, timeZone: string): AsyncGenerator<string> {
  let count = 0;
  for await (const rows of pages) {
    count += rows.length;
    yield rows.map((row) => `${JSON.stringify(usageToWire(row, timeZone))}\n`).join('');
  }
  yield `${JSON.stringify({ end: true, count })}\n`;
}
