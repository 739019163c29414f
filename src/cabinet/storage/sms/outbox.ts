import { type Insertable, type Selectable, sql } from 'kysely';
import type { Writer } from '../schema.ts';
import type { SmsOutboxTable } from '../schema-messages.ts';

export type SmsRow = Selectable<SmsOutboxTable>;

export async function insertSms(tx: Writer, row: Insertable<SmsOutboxTable>): Promise<void> {
  await tx.insertInto('sms_outbox').values(row).execute();
}

/**
 * Claims messages that are due at `now`, until `leaseUntil`; with `uncertain` those, too, that have left and had no answer
 * in time. At most one of each recipient, and none behind an earlier one of the same recipient. Any number of nodes may do
 * it at once: what another one holds is passed over.
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

const GIVEN_UP_AT_ONCE = 2_000;

/**
 * Gives up a batch of what is due and will not be sent again: `expired`, or tried `attempts` times and `unanswered`. With
 * `uncertain` also what may have arrived; its receipt still counts. Returns how many messages.
 */
export async function giveUpSms(
  tx: Writer,
  { now, uncertain, attempts }: { now: Date; uncertain: boolean; attempts: number },
): Promise<number> {
  const isExpired = sql`expires_at is not null and expires_at <= ${now}`;
  const { numAffectedRows = 0n } = await sql`
    with over as (
      select account_id, message_id from sms_outbox
      where next_at <= ${now} and (state = 'queued' or ${uncertain})
        and ((${isExpired}) or (state = 'sending' and attempts >= ${attempts}))
      limit ${GIVEN_UP_AT_ONCE} for update skip locked)
    update sms_outbox o set state = 'failed', failure = case when ${isExpired} then 'expired' else 'unanswered' end,
      next_at = null, settled_at = ${now}, body = masked
    from over where o.account_id = over.account_id and o.message_id = over.message_id`.execute(tx);
  return Number(numAffectedRows);
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
