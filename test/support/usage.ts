import type { UsageRecordsTable } from '../../src/cabinet/storage/schema.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { ensureMonths } from '../../src/cabinet/storage/usage/partitions.ts';
import { insertUsage } from '../../src/cabinet/storage/usage/writer.ts';
import type { UsageRow } from '../../src/cli/export/usage-rows.ts';
import { DAY_MS, plus } from '../../src/shared/period.ts';
import { START } from './clock.ts';

const TYPES = ['voice', 'sms', 'data', 'service', 'payment'] as const;
const UNITS = { voice: 'second', sms: 'message', data: 'byte', service: 'item', payment: 'item' } as const;

export interface UsageFixture {
  days?: number;
  until?: Date;
  /** Columns that are the same in every row. */
  own?: Partial<UsageRecordsTable>;
}

/** `count` rows spread evenly over the `days` before `until`, several at one instant now and then. */
export async function addUsage(
  store: Store,
  accountId: bigint,
  count: number,
  { days = 25, until = new Date(START), own = {} }: UsageFixture = {},
): Promise<void> {
  const first = plus(until, -days * DAY_MS);
  const step = Math.floor((days * DAY_MS) / count);
  const rows = Array.from({ length: count }, (_, index): UsageRecordsTable => {
    const type = TYPES[index % TYPES.length] ?? 'voice';
    const call = type === 'voice' || type === 'sms';
    return {
      account_id: accountId,
      started_at: plus(first, (index - (index % 3 === 2 ? 1 : 0)) * step),
      record_id: BigInt(index + 1),
      type,
      direction: call ? (index % 2 === 0 ? 'out' : 'in') : null,
      counterpart: call ? `90${String(10_000_000 + index)}` : null,
      place: call ? 'Екатеринбург; «центр»' : null,
      volume: BigInt(index % 600),
      unit: UNITS[type],
      cost: type === 'payment' ? -500_00n : BigInt(index % 700),
      balance_after: BigInt(1_000_00 - (index % 1_000)),
      service: type === 'service' ? 'Гудок, "вместо"' : null,
      ...own,
    };
  });
  await store.transact(async (tx) => {
    await ensureMonths(tx, first, until);
    await insertUsage(tx, rows);
  });
}

/** One row as the cabinet sends it. */
export function usageRow(own: Partial<UsageRow> = {}): UsageRow {
  return {
    id: '19ca2f3b2c0-1',
    started_at: '2026-03-01T09:05:07+05:00',
    type: 'voice',
    direction: 'out',
    counterpart: '9001234567',
    place: 'Екатеринбург',
    volume: 65,
    unit: 'second',
    cost: { amount: '4.00', currency: 'RUB' },
    balance_after: { amount: '-1234.50', currency: 'RUB' },
    service: null,
    ...own,
  };
}
