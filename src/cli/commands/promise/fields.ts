import type { Static } from 'typebox';
import type { PromisedPayment } from '../../../contract/operations/promises.ts';
import { fromWire, type WireMoney } from '../../../shared/money.ts';
import type { Context } from '../../context.ts';
import { cell } from '../../render/cells.ts';
import { formatDateTime, formatMoney } from '../../render/format.ts';
import type { Fields, Note } from '../../render/result.ts';

export type Promised = Static<typeof PromisedPayment>;

/** What will be taken back: the money and its price. */
export function totalOf({ amount, fee }: { amount: WireMoney; fee: WireMoney }): bigint {
  return fromWire(amount) + fromWire(fee);
}

/** A promised payment that is open, or would be. */
export function promiseRows(promise: Promised): Fields['rows'] {
  return [
    { key: 'promise', label: 'promise.amount', value: cell.money(promise.amount) },
    { key: 'promise_fee', label: 'promise.fee', value: cell.money(promise.fee) },
    { key: 'promise_total', label: 'promise.total', value: cell.kopecks(totalOf(promise)) },
    { key: 'promise_due_at', label: 'promise.due', value: cell.instant(promise.due_at) },
  ];
}

/** The open one among other facts of the line; none when there is none. */
export function promiseSummary(promise: Promised | null): Fields['rows'] {
  if (promise === null) return [];
  return [
    { key: 'promise', label: 'promise.amount', value: cell.money(promise.amount) },
    { key: 'promise_total', label: 'promise.total-for-it', value: cell.kopecks(totalOf(promise)) },
    { key: 'promise_due_at', label: 'promise.back-by', value: cell.instant(promise.due_at) },
  ];
}

/** When the money goes back (R12). */
export function dueNote(promise: Promised, { locale }: Context): Note {
  const total = formatMoney(totalOf(promise), locale);
  return { key: 'promise.due-note', params: { total, due: formatDateTime(promise.due_at, locale) } };
}
