import { type RawBuilder, sql } from 'kysely';
import type { BucketRow } from '../account/buckets.ts';
import type { TariffsTable, Writer } from '../schema.ts';
import { idOf } from './items.ts';
import { retry } from './retry.ts';

/** Items of one kind. */
function items(kind: string): RawBuilder<unknown> {
  return sql`(select * from billing_items where kind = ${sql.lit(kind)}) i`;
}

function milliseconds(count: number): RawBuilder<unknown> {
  return sql`${sql.lit(count)} * interval '1 millisecond'`;
}

/** Since when something is paused: as before when it was tried again in vain. */
const pausedSince = (before: string) =>
  sql`case when i.taken then null else coalesce(${sql.ref(before)}, i.due_at) end`;

/** R11: ends gifts that nobody answered; one that was answered at the last moment is no item any more. */
export async function expireGifts(tx: Writer): Promise<void> {
  await sql`
    with expired as (
      update tone_gifts g set state = 'expired', settled_at = i.due_at from ${items('gift')}
      where g.account_id = i.account_id and g.gift_id = i.subject::uuid and g.state = 'pending'
      returning g.account_id)
    delete from billing_items where kind = 'gift' and account_id not in (select account_id from expired)`.execute(
    tx,
  );
}

/** R11: the money that came back is tried on whatever is paused. */
export async function retryAfterGifts(tx: Writer): Promise<void> {
  await retry(tx, sql`select account_id, due_at as at from billing_items where kind = 'gift'`);
}

/** R12. */
export async function settlePromises(tx: Writer): Promise<void> {
  await sql`update promised_payments p set settled_at = i.due_at from ${items('promise')}
    where p.account_id = i.account_id and p.promise_id = i.subject::uuid`.execute(tx);
}

/** The tariffs whose fee is among the items. */
export async function readDueTariffs(tx: Writer): Promise<TariffsTable[]> {
  const { rows } = await sql<TariffsTable>`select * from tariffs where tariff_id in (
    select subject from billing_items where kind = 'tariff' and taken)`.execute(tx);
  return rows;
}

export type TariffPackage = Pick<BucketRow, 'usage_type' | 'unit' | 'initial'> & { tariff_id: string };

/** R8: a paid tariff begins its packages; one that is not goes on with its base rates, without any. */
export async function advanceTariffs(
  tx: Writer,
  packages: readonly TariffPackage[],
  periodMs: number,
): Promise<void> {
  const until = sql`i.due_at + ${milliseconds(periodMs)}`;
  await sql`update lines l set next_fee_at = case when i.taken then ${until} end,
      fee_unpaid_since = ${pausedSince('l.fee_unpaid_since')}
    from ${items('tariff')} where l.account_id = i.account_id`.execute(tx);
  const list = JSON.stringify(
    packages.map(({ initial, ...rest }) => ({ ...rest, initial: initial.toString() })),
  );
  await sql`
    insert into buckets (account_id, bucket_id, usage_type, unit, initial, remaining, valid_from, valid_until)
    select i.account_id, ${idOf(sql`i`, sql`p.usage_type`)}, p.usage_type, p.unit, p.initial, p.initial, i.due_at, ${until}
    from ${items('tariff')} join json_to_recordset(${list}::json)
      as p (tariff_id text, usage_type text, unit text, initial bigint) on p.tariff_id = i.subject and i.taken`.execute(
    tx,
  );
}

/** A day is 24 hours; months are counted from the anchor by the calendar of the region. A late payment begins a period. */
export async function advanceServices(tx: Writer, dayMs: number): Promise<void> {
  const anchor = sql`case when i.was_paused then i.due_at else coalesce(s.period_anchor, i.due_at) end`;
  const local = (instant: RawBuilder<unknown>) => sql`(${instant} at time zone r.time_zone)`;
  const months = sql`(extract(year from age(date_trunc('month', ${local(sql`i.due_at`)}),
      date_trunc('month', ${local(anchor)}))) * 12
    + extract(month from age(date_trunc('month', ${local(sql`i.due_at`)}), date_trunc('month', ${local(anchor)}))))::int`;
  await sql`
    update line_services s set
      state = case when i.taken then 'active' else 'paused' end,
      paused_since = ${pausedSince('s.paused_since')},
      period_anchor = case when i.taken then ${anchor} else s.period_anchor end,
      next_fee_at = case when not i.taken then null
        when c.fee_period = 'day' then i.due_at + ${milliseconds(dayMs)}
        else (${local(anchor)} + make_interval(months => ${months} + 1)) at time zone r.time_zone end
    from ${items('service')} join services c on c.service_id = i.subject
      join accounts a on a.account_id = i.account_id join regions r on r.region_id = a.region_id
    where s.account_id = i.account_id and s.service_id = i.subject`.execute(tx);
}

/** R10: a day of the tone service. */
export async function advanceTones(tx: Writer, dayMs: number): Promise<void> {
  await sql`update tone_services s set
      state = case when i.taken then 'active' else 'paused' end,
      paused_since = ${pausedSince('s.paused_since')},
      next_fee_at = case when i.taken then i.due_at + ${milliseconds(dayMs)} end
    from ${items('tone')} where s.account_id = i.account_id`.execute(tx);
}

/** R10: a melody renews itself from the moment at which it is paid. */
export async function advanceMelodies(tx: Writer, periodMs: number): Promise<void> {
  const until = sql`i.due_at + ${milliseconds(periodMs)}`;
  await sql`update line_melodies m set
      paid_until = case when i.taken then ${until} else m.paid_until end,
      paused_since = ${pausedSince('m.paused_since')},
      next_fee_at = case when i.taken then ${until} end
    from ${items('melody')} where m.account_id = i.account_id and m.melody_id = i.subject`.execute(tx);
}

export interface BonusTerms {
  /** Percent of spending from so many months of tenure on. */
  rates: readonly { fromMonths: number; percent: number }[];
  postingDay: number;
  postingHour: number;
  lotMonths: number;
}

/**
 * R13: the bonus for the calendar month before the posting, of all that went to the operator's revenue.
 * Rounded half up to kopecks.
 */
export async function rateBonuses(tx: Writer, { rates }: BonusTerms): Promise<void> {
  const month = sql`date_trunc('month', i.due_at at time zone r.time_zone)`;
  await sql`
    update billing_items set amount = (x.spent * x.percent * 2 + 100) / 200
    from (
      select i.account_id,
        (select coalesce(sum(p.amount), 0)::bigint
          from ledger_transactions t join postings p using (account_id, transaction_id)
          where t.account_id = i.account_id and p.book like 'revenue.%'
            and t.created_at >= (${month} - interval '1 month') at time zone r.time_zone
            and t.created_at < ${month} at time zone r.time_zone) as spent,
        (select percent from json_to_recordset(${JSON.stringify(rates)}::json) as b ("fromMonths" int, percent int)
          where "fromMonths" = 0 or (a.contract_date::date + make_interval(months => "fromMonths"))
            at time zone r.time_zone <= i.due_at
          order by "fromMonths" desc limit 1) as percent
      from ${items('bonus')} join accounts a using (account_id) join regions r on r.region_id = a.region_id) x
    where billing_items.account_id = x.account_id`.execute(tx);
}

/** R13: the lots of the postings, and when the next one is. */
export async function postBonuses(tx: Writer, terms: BonusTerms): Promise<void> {
  const { postingDay, postingHour, lotMonths } = terms;
  const local = sql`(i.due_at at time zone r.time_zone)`;
  const regions = sql`accounts a on a.account_id = i.account_id join regions r on r.region_id = a.region_id`;
  await sql`
    insert into bonus_lots (account_id, lot_id, initial, remaining, granted_at, expires_at)
    select i.account_id, i.transaction_id, i.amount, i.amount, i.due_at,
      (${local} + make_interval(months => ${sql.lit(lotMonths)})) at time zone r.time_zone
    from ${items('bonus')} join ${regions} where i.amount > 0`.execute(tx);
  await sql`
    update accounts set bonus_due_at = x.next from (
      select i.account_id, (date_trunc('month', ${local}) + make_interval(
        months => 1, days => ${sql.lit(postingDay - 1)}, hours => ${sql.lit(postingHour)})) at time zone r.time_zone as next
      from ${items('bonus')} join ${regions}) x
    where accounts.account_id = x.account_id`.execute(tx);
}

/** R13. */
export async function emptyLots(tx: Writer): Promise<void> {
  await sql`update bonus_lots b set remaining = 0 from ${items('bonus_lot')}
    where b.account_id = i.account_id and b.lot_id = i.subject::uuid`.execute(tx);
}

/** R15. */
export async function expireOffers(tx: Writer): Promise<void> {
  await sql`update line_offers o set state = 'expired' from ${items('offer')}
    where o.account_id = i.account_id and o.offer_id = i.subject and o.state = 'open'`.execute(tx);
}

/** R9: a line that is still blocked is disconnected; nothing falls due for it any more. */
export async function disconnectLines(tx: Writer): Promise<void> {
  await sql`update lines l set state = 'disconnected', blocked_until = null, next_fee_at = null
    from ${items('block')} where l.account_id = i.account_id`.execute(tx);
  for (const table of ['line_services', 'tone_services', 'line_melodies'] as const) {
    await sql`update ${sql.table(table)} t set next_fee_at = null
      from ${items('block')} where t.account_id = i.account_id and t.next_fee_at is not null`.execute(tx);
  }
  await sql`update accounts a set bonus_due_at = null
    from ${items('block')} where a.account_id = i.account_id`.execute(tx);
}
