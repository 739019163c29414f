import { type RawBuilder, sql } from 'kysely';
import type { Kopecks } from '../../../shared/money.ts';
import type { Writer } from '../schema.ts';
import { type DueKind, dues } from './dues.ts';

/**
 * What one round works on: at most one item of an account, so that plain statements over many accounts keep the order of
 * time within each. Every connection has its own table, empty between transactions.
 */
export async function openItems(tx: Writer): Promise<void> {
  await sql`create temp table if not exists billing_items (
    account_id bigint not null, due_at timestamptz not null, kind text not null, subject text not null,
    amount bigint not null, fee bigint not null, was_paused boolean not null, taken boolean not null,
    transaction_id uuid not null, wallet bigint) on commit delete rows`.execute(tx);
  await sql`delete from billing_items`.execute(tx);
}

/** Fees, which are taken only when the wallet has enough; everything else happens whatever the balance. */
const isFee = sql`d.kind in ('tariff', 'service', 'tone', 'melody')`;

/** A fee of nothing needs no balance. R10: a melody renews itself only while the tone service is active. */
const affordable = sql`(d.amount = 0 or d.amount <= coalesce(
    (select b.amount from balances b where b.account_id = d.account_id and b.book = 'wallet'), 0))
  and (d.kind <> 'melody' or exists (
    select 1 from tone_services s where s.account_id = d.account_id and s.state = 'active'))`;

/**
 * Puts the first thing of each account that is due into the items. The caller holds the locks of the accounts, taken by an
 * earlier statement, so that this one sees what others did before.
 * @returns the kinds that are there
 */
export async function takeFirstDue(
  tx: Writer,
  due: { accountIds: readonly bigint[]; until: Date; toneDailyFee: bigint },
): Promise<Set<DueKind>> {
  const ids = due.accountIds.map(String);
  const { rows } = await sql<{ kind: DueKind; short: boolean }>`
    insert into billing_items (account_id, due_at, kind, subject, amount, fee, was_paused, taken, transaction_id)
    select d.account_id, d.due_at, d.kind, d.subject, d.amount, d.fee, d.was_paused,
      not ${isFee} or ${affordable}, ${idOf(sql`d`, sql`d.kind`)}
    from (
      select distinct on (account_id) * from ${dues(due.toneDailyFee)} u
      where account_id = any(${ids}::bigint[]) and due_at <= ${due.until}
      order by account_id, due_at, rank, position, subject collate "C") d
    returning kind, not taken as short`.execute(tx);
  if (rows.some((row) => row.short)) await lookAgain(tx);
  return new Set(rows.map((row) => row.kind));
}

/**
 * Money may come in without the lock of the account: a refused gift. Under the lock of the wallet the shortage is certain,
 * and whoever brings money later finds what was paused.
 */
async function lookAgain(tx: Writer): Promise<void> {
  await sql`select 1 from balances where book = 'wallet'
    and account_id in (select account_id from billing_items where not taken)
    order by account_id for no key update`.execute(tx);
  await sql`update billing_items d set taken = ${affordable} where not d.taken`.execute(tx);
}

/**
 * An id that follows from what falls due and when: a second charge for the same subject and period would meet the first
 * one's key. UUIDv8 (RFC 9562): 48 bits of milliseconds, then a hash.
 */
export function idOf(item: RawBuilder<unknown>, what: RawBuilder<unknown>): RawBuilder<unknown> {
  const ms = sql`(extract(epoch from ${item}.due_at) * 1000)::bigint`;
  const hash = sql`md5(concat_ws('/', ${item}.account_id, ${what}, ${item}.subject, ${ms}))`;
  return sql`(lpad(to_hex(${ms}), 12, '0') || '8' || substr(${hash}, 1, 3) || '8' || substr(${hash}, 4, 15))::uuid`;
}

/** What became of the items of one kind. */
export interface Tally {
  kind: DueKind;
  /** Taken, posted, returned or ended, and the kopecks that moved by it. */
  done: number;
  amount: Kopecks;
  /** Newly paused for want of money. */
  paused: number;
  /** Of those done, the ones that had been paused. */
  resumed: number;
}

export async function tallyItems(tx: Writer): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select kind, (count(*) filter (where taken and (kind <> 'bonus' or amount > 0)))::int as done,
      coalesce(sum(amount) filter (where taken), 0)::bigint as amount,
      (count(*) filter (where not taken and not was_paused))::int as paused,
      (count(*) filter (where taken and was_paused))::int as resumed
    from billing_items group by kind`.execute(tx);
  return rows;
}
