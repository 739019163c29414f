import { type Insertable, type Selectable, sql } from 'kysely';
import type { Writer } from '../schema.ts';
import type { SmsOutboxTable } from '../schema-messages.ts';

export type SmsRow = Selectable<SmsOutboxTable>;

export async function insertSms(tx: Writer, row: Insertable<SmsOutboxTable>): Promise<void> {
  await tx.insertInto('sms_outbox').values(row).execute();
}

/**
 * Claims messages that are due at `now` (with `uncertain` those, too, that have left and had no answer in time), at most one of each recipient and none behind an earlier one of the same
 * recipient, until `leaseUntil`. Any number of nodes may do it at once: what another one holds is passed over.
 */
export async function claimSms(
  tx: Writer,
  { now, leaseUntil, limit, uncertain }: { now: Date; leaseUntil: Date; limit: number; uncertain: boolean },
): Promise<SmsRow[]> {
  const { rows } = await sql<SmsRow>`
    with due as (
      select o.account_id, o.message_id from sms_outbox o
      where o.next_at <= ${now} and (o.state = 'queued' or ${uncertain}) and (o.expires_at is null or o.expires_at > ${now})
        and not exists (
          select from sms_outbox earlier
          where earlier.msisdn = o.msisdn and earlier.sequence < o.sequence and earlier.next_at is not null)
      order by o.next_at, o.sequence limit ${limit} for update skip locked)
    update sms_outbox o set state = 'sending', attempts = attempts + 1, next_at = ${leaseUntil}
    from due where o.account_id = due.account_id and o.message_id = due.message_id
    returning o.*`.execute(tx);
  return rows.sort((one, other) => (one.sequence < other.sequence ? -1 : 1));
}

/** Gives up what is due and not worth sending any more; returns how many messages. */
export async function expireSms(
  tx: Writer,
  { now, uncertain }: { now: Date; uncertain: boolean },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('sms_outbox')
    .set((row) => ({
      state: 'failed',
      failure: 'expired',
      next_at: null,
      settled_at: now,
      body: row.ref('masked'),
    }))
    .where('next_at', '<=', now)
    .where('expires_at', '<=', now)
    .where('state', 'in', uncertain ? ['queued', 'sending'] : ['queued'])
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export type SmsKey = Pick<SmsRow, 'account_id' | 'message_id'>;

/** The message, locked until the transaction ends. */
export function lockSms(tx: Writer, key: SmsKey): Promise<SmsRow> {
  return tx
    .selectFrom('sms_outbox')
    .selectAll()
    .where('account_id', '=', key.account_id)
    .where('message_id', '=', key.message_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Writes what became of a message; without `nextAt` nothing is left to do, and its body goes. */
export async function updateSms(
  tx: Writer,
  key: SmsKey,
  change: Pick<SmsRow, 'state'> &
    Partial<Pick<SmsRow, 'next_at' | 'sent_at' | 'settled_at' | 'failure' | 'attempts'>>,
): Promise<void> {
  const next_at = change.next_at ?? null;
  await tx
    .updateTable('sms_outbox')
    .set((row) => ({ ...change, next_at, ...(next_at === null && { body: row.ref('masked') }) }))
    .where('account_id', '=', key.account_id)
    .where('message_id', '=', key.message_id)
    .execute();
}
