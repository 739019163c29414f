import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { UsageRecordsTable } from '../../../src/cabinet/storage/schema.ts';
import { ensureMonths, monthsOf } from '../../../src/cabinet/storage/usage/partitions.ts';
import { readAllUsage, readUsage, type UsageCursor } from '../../../src/cabinet/storage/usage/reader.ts';
import { appendUsage, insertUsage } from '../../../src/cabinet/storage/usage/writer.ts';
import { describeOnBothEngines } from '../../support/engines.ts';

/** Some moments on both sides of two borders between partitions, so that many rows share one. */
const moments = [
  '2025-12-31T23:59:59.999Z',
  '2026-01-01T00:00:00.000Z',
  '2026-01-15T12:00:00.000Z',
  '2026-01-31T23:59:59.999Z',
  '2026-02-01T00:00:00.000Z',
  '2026-02-01T00:00:00.001Z',
].map((text) => new Date(text));

const types = ['voice', 'sms', 'data'] as const;

const row = fc.record({ started_at: fc.constantFrom(...moments), type: fc.constantFrom(...types) });

let accounts = 0n;

function complete(rows: { started_at: Date; type: (typeof types)[number] }[], account_id: bigint) {
  return rows.map(
    (each, index): UsageRecordsTable => ({
      ...each,
      account_id,
      record_id: BigInt(index + 1),
      direction: null,
      counterpart: null,
      place: null,
      volume: 1n,
      unit: 'item',
      cost: 0n,
      balance_after: 0n,
      service: null,
    }),
  );
}

const key = (each: UsageRecordsTable) => `${each.started_at.toISOString()} ${each.record_id}`;

describeOnBothEngines('pages of call detail', (store) => {
  it('together are the period, once and in order, whatever their size, direction and type', async () => {
    await store().transact((tx) => ensureMonths(tx, new Date('2025-12-01'), new Date('2026-03-01')));
    const question = fc.record({
      rows: fc.array(row, { maxLength: 25 }),
      from: fc.constantFrom(...moments),
      to: fc.constantFrom(...moments),
      type: fc.option(fc.constantFrom(...types), { nil: undefined }),
      limit: fc.integer({ min: 1, max: 7 }),
      order: fc.constantFrom('oldest_first' as const, 'newest_first' as const),
    });
    await fc.assert(
      fc.asyncProperty(question, async ({ rows, from, to, type, limit, order }) => {
        const accountId = 700_000_000n + accounts++;
        const all = complete(rows, accountId);
        await store().transact((tx) => insertUsage(tx, all));
        const expected = all
          .filter((each) => each.started_at >= from && each.started_at < to && (!type || each.type === type))
          .toSorted(
            (a, b) => Number(a.started_at) - Number(b.started_at) || Number(a.record_id - b.record_id),
          );
        const query = { accountId, period: { from, to }, type, limit };
        const read: UsageRecordsTable[] = [];
        for (let after: UsageCursor | undefined; ; ) {
          const page = await store().read((db) => readUsage(db, { ...query, order, after }));
          read.push(...page);
          const last = page.at(-1);
          if (!last || page.length < limit) break;
          after = { startedAt: last.started_at, recordId: last.record_id };
        }
        const wanted = order === 'oldest_first' ? expected : expected.toReversed();
        expect(read.map(key)).toEqual(wanted.map(key));
        const streamed: UsageRecordsTable[] = [];
        for await (const page of readAllUsage(store().read, query, limit)) streamed.push(...page);
        expect(streamed.map(key)).toEqual(expected.map(key));
      }),
      { numRuns: 40 },
    );
  });
});

describeOnBothEngines('monthly partitions', (store) => {
  it('are made once each, and take over rows that had no partition before', async () => {
    const early = complete(
      moments.map((started_at) => ({ started_at, type: 'sms' })),
      1n,
    );
    await store().transact((tx) => insertUsage(tx, early));
    expect(await rowsOf('usage_records_other')).toBe(6);
    for (let again = 0; again < 2; again += 1)
      await store().transact((tx) =>
        ensureMonths(tx, new Date('2026-01-05'), new Date('2026-02-01T00:00:00.001Z')),
      );
    expect(await rowsOf('usage_records_2026_01')).toBe(3);
    expect(await rowsOf('usage_records_2026_02')).toBe(2);
    expect(await rowsOf('usage_records_other')).toBe(1);
    expect(await rowsOf('usage_records')).toBe(6);
  });

  it('end where the period ends: the month that begins at that moment is not made', () => {
    const period = { from: new Date('2025-12-31T23:00:00Z'), to: new Date('2026-02-01T00:00:00Z') };
    const starts = monthsOf(period).map(({ from }) => from.toISOString().slice(0, 7));
    expect(starts).toEqual(['2025-12', '2026-01']);
  });

  it('give rows of one instant growing numbers when rows are added one by one', async () => {
    const [first] = complete([{ started_at: new Date('2026-02-01T10:00:00Z'), type: 'sms' }], 2n);
    if (!first) throw new Error('no row');
    for (let count = 0; count < 3; count += 1) await store().transact((tx) => appendUsage(tx, first));
    const period = { from: new Date('2026-02-01'), to: new Date('2026-02-02') };
    const rows = await store().read((db) =>
      readUsage(db, { accountId: 2n, period, limit: 10, order: 'oldest_first' }),
    );
    expect(rows.map((each) => each.record_id)).toEqual([1n, 2n, 3n]);
  });

  async function rowsOf(table: string): Promise<number> {
    const { rows } = await store().read((db) =>
      sql<{ count: bigint }>`select count(*) from ${sql.table(table)}`.execute(db),
    );
    return Number(rows[0]?.count);
  }
});
