import type { Static } from 'typebox';
import type { UsageRecord } from '../../../contract/operations/usage.ts';
import { toWire } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/period.ts';
import type { UsageRecordsTable } from '../../storage/schema.ts';
import type { UsageCursor } from '../../storage/usage/reader.ts';

/** A row of call detail as it travels. */
export function usageToWire(row: UsageRecordsTable, timeZone: string): Static<typeof UsageRecord> {
  return {
    id: cursorOf(row),
    started_at: formatInstant(row.started_at, timeZone),
    type: row.type,
    direction: row.direction,
    counterpart: row.counterpart,
    place: row.place,
    volume: Number(row.volume),
    unit: row.unit,
    cost: toWire(row.cost),
    balance_after: toWire(row.balance_after),
    service: row.service,
  };
}

/** The moment in milliseconds and the number of the row, in hexadecimal. */
export function cursorOf(row: Pick<UsageRecordsTable, 'started_at' | 'record_id'>): string {
  return `${row.started_at.getTime().toString(16)}-${row.record_id.toString(16)}`;
}

/** Reads what `cursorOf` wrote; the contract has checked its form. */
export function readCursor(text: string): UsageCursor {
  const [moment = '0', record = '0'] = text.split('-');
  return { startedAt: new Date(Number.parseInt(moment, 16)), recordId: BigInt(`0x${record}`) };
}
