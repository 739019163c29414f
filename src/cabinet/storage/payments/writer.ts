import { sql } from 'kysely';
import type { Writer } from '../schema.ts';
import type { PaymentRow } from './reader.ts';

/** Names a payment. */
export interface PaymentKey {
  account_id: bigint;
  payment_id: string;
}

/** Writes a new payment, which the acquirer is to be asked about at `askAt`. */
export async function insertPayment(tx: Writer, row: PaymentRow, askAt: Date): Promise<void> {
  await tx.insertInto('card_payments').values(row).execute();
  const { account_id, payment_id } = row;
  await tx
    .insertInto('card_payments_open')
    .values({ account_id, payment_id, ask_at: askAt, asks: 0 })
    .execute();
}

/** A payment, locked until the transaction ends. */
export function lockPayment(tx: Writer, { account_id, payment_id }: PaymentKey): Promise<PaymentRow> {
  return tx
    .selectFrom('card_payments')
    .selectAll()
    .where('account_id', '=', account_id)
    .where('payment_id', '=', payment_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function updatePayment(
  tx: Writer,
  { account_id, payment_id }: PaymentKey,
  changes: Partial<Omit<PaymentRow, keyof PaymentKey>>,
): Promise<void> {
  await tx
    .updateTable('card_payments')
    .set(changes)
    .where('account_id', '=', account_id)
    .where('payment_id', '=', payment_id)
    .execute();
}

/** The acquirer need not be asked about it any more. */
export async function closePayment(tx: Writer, { account_id, payment_id }: PaymentKey): Promise<void> {
  await tx
    .deleteFrom('card_payments_open')
    .where('account_id', '=', account_id)
    .where('payment_id', '=', payment_id)
    .execute();
}

/**
 * Takes at most `limit` payments that are due to be asked about, and puts the next time off: `firstMs` and twice as long
 * after every time, up to `longestMs`. Two nodes never take the same ones at once.
 */
export async function claimDuePayments(
  tx: Writer,
  { now, limit, firstMs, longestMs }: { now: Date; limit: number; firstMs: number; longestMs: number },
): Promise<PaymentKey[]> {
  const { rows } = await sql<PaymentKey>`
    update card_payments_open o
    set asks = o.asks + 1,
        ask_at = ${now}::timestamptz + interval '1 millisecond' * least(${firstMs} * 2 ^ least(o.asks, 20), ${longestMs})
    from (select account_id, payment_id from card_payments_open
          where ask_at <= ${now} order by ask_at limit ${limit} for update skip locked) due
    where o.account_id = due.account_id and o.payment_id = due.payment_id
    returning o.account_id, o.payment_id`.execute(tx);
  return rows;
}

/** Makes an open payment due at `now`, as if it had never been asked about. */
export async function hastenPayment(tx: Writer, paymentId: string, now: Date): Promise<void> {
  await tx
    .updateTable('card_payments_open')
    .set({ ask_at: now, asks: 0 })
    .where('payment_id', '=', paymentId)
    .execute();
}

/** Remembers an event of the acquirer; false when it is known already. */
export async function rememberEvent(tx: Writer, eventId: string, now: Date): Promise<boolean> {
  const inserted = await tx
    .insertInto('acquirer_events')
    .values({ event_id: eventId, received_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('event_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Forgets the events that came before `until`. */
export async function forgetEvents(tx: Writer, until: Date): Promise<void> {
  await tx.deleteFrom('acquirer_events').where('received_at', '<', until).execute();
}
