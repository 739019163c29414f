import type { Static } from 'typebox';
import type { PromisedPayment } from '../../../contract/operations/promises.ts';
import { toWire } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/period.ts';
import type { PromiseRow } from '../../storage/promises/reader.ts';

/** A promised payment as it travels; null when there is none. */
export function promiseOrNull(
  promise: PromiseRow | undefined,
  timeZone: string,
): Static<typeof PromisedPayment> | null {
  return promise ? promiseToWire(promise, timeZone) : null;
}

export function promiseToWire(promise: PromiseRow, timeZone: string): Static<typeof PromisedPayment> {
  return {
    amount: toWire(promise.amount),
    fee: toWire(promise.fee),
    taken_at: formatInstant(promise.taken_at, timeZone),
    due_at: formatInstant(promise.due_at, timeZone),
  };
}
