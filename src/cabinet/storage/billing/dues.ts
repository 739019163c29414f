import { type RawBuilder, sql } from 'kysely';
import type { Reader, Writer } from '../schema.ts';

/** Everything that falls due, in the order in which what falls due at one moment is done. */
export const dueKinds = [
  'gift',
  'promise',
  'tariff',
  'service',
  'tone',
  'melody',
  'bonus',
  'bonus_lot',
  'offer',
  'block',
] as const;

export type DueKind = (typeof dueKinds)[number];

/** R9: while a line is blocked nothing falls due; what fell due before it was is still owed. */
function running(due: string): RawBuilder<unknown> {
  return sql.raw(`(l.state = 'active' or l.state = 'blocked' and ${due} < l.blocked_at)`);
}

/**
 * The one list of work, for a `from` clause: a row for each thing that will fall due, whether it is time or not.
 * @param toneDailyFee kopecks
 */
export function dues(toneDailyFee: bigint): RawBuilder<unknown> {
  return sql`(
    select account_id, expires_at as due_at, 1 as rank, 'gift' as kind, 0::bigint as position,
      gift_id::text as subject, price as amount, 0::bigint as fee, false as was_paused
    from tone_gifts where state = 'pending'
    union all
    select account_id, due_at, 2, 'promise', 0, promise_id::text, amount + fee, fee, false
    from promised_payments where settled_at is null
    union all
    select l.account_id, l.next_fee_at, 3, 'tariff', 0, l.tariff_id,
      (select t.fee from tariffs t where t.tariff_id = l.tariff_id), 0, l.fee_unpaid_since is not null
    from lines l where ${running('l.next_fee_at')}
    union all
    select s.account_id, s.next_fee_at, 4, 'service',
      (select c.position from services c where c.service_id = s.service_id), s.service_id,
      (select c.fee from services c where c.service_id = s.service_id), 0, s.paused_since is not null
    from line_services s join lines l on l.account_id = s.account_id where ${running('s.next_fee_at')}
    union all
    select s.account_id, s.next_fee_at, 5, 'tone', 0, '', ${sql.lit(toneDailyFee)}::bigint, 0,
      s.paused_since is not null
    from tone_services s join lines l on l.account_id = s.account_id where ${running('s.next_fee_at')}
    union all
    select o.account_id, o.next_fee_at, 6, 'melody', (extract(epoch from o.acquired_at) * 1000)::bigint, o.melody_id,
      (select m.price from melodies m where m.melody_id = o.melody_id), 0, o.paused_since is not null
    from line_melodies o join lines l on l.account_id = o.account_id where ${running('o.next_fee_at')}
    union all
    select account_id, bonus_due_at, 7, 'bonus', 0, '', 0, 0, false from accounts
    union all
    select account_id, expires_at, 8, 'bonus_lot', 0, lot_id::text, remaining, 0, false
    from bonus_lots where remaining > 0
    union all
    select account_id, valid_until, 9, 'offer', 0, offer_id, 0, 0, false from line_offers where state = 'open'
    union all
    select account_id, blocked_until, 10, 'block', 0, '', 0, 0, false from lines)`;
}

/** Where each kind of due is found, and its moment: every one has an index of its own. */
const sources: readonly { kind: DueKind; due: string; from: string }[] = [
  { kind: 'gift', due: 'expires_at', from: `tone_gifts d where state = 'pending'` },
  { kind: 'promise', due: 'due_at', from: 'promised_payments d where settled_at is null' },
  recurring('tariff', 'lines'),
  recurring('service', 'line_services'),
  recurring('tone', 'tone_services'),
  recurring('melody', 'line_melodies'),
  { kind: 'bonus', due: 'bonus_due_at', from: 'accounts d where true' },
  { kind: 'bonus_lot', due: 'expires_at', from: 'bonus_lots d where remaining > 0' },
  { kind: 'offer', due: 'valid_until', from: `line_offers d where state = 'open'` },
  { kind: 'block', due: 'blocked_until', from: 'lines d where true' },
];

function recurring(kind: DueKind, table: string) {
  const from = `${table} d join lines l using (account_id)
    where (l.state = 'active' or l.state = 'blocked' and d.next_fee_at < l.blocked_at)`;
  return { kind, due: 'next_fee_at', from };
}

/**
 * Who has something due, for a `from` clause: of each kind the `most` that have waited longest, so that finding some costs
 * the same whether a thousand or a million wait.
 */
function longestDue({ until, except, most }: { until: Date; except: readonly bigint[]; most: number }) {
  const branches = sources.map(
    ({ due, from }) => sql`(select account_id, d.${sql.ref(due)} as due_at from ${sql.raw(from)}
      and d.${sql.ref(due)} <= ${until} and account_id <> all(${idsOf(except)})
      order by d.${sql.ref(due)} limit ${most})`,
  );
  return sql`(${sql.join(branches, sql` union all `)})`;
}

export interface DueQuery {
  until: Date;
  /** Accounts at most. */
  limit: number;
  /** Accounts that are left alone. */
  except: readonly bigint[];
}

/** So many nodes find work of their own before one has to wait for another. */
const NODES = 4;

/**
 * Locks accounts that have something due, as `lockAccount` does: those who have waited longest and whom nobody else
 * holds. May name an account twice, or one that another node has just finished.
 */
export async function lockDueAccounts(tx: Writer, { until, limit, except }: DueQuery): Promise<bigint[]> {
  const { rows } = await sql<{ account_id: bigint }>`
    select a.account_id from ${longestDue({ until, except, most: NODES * limit })} d
      join accounts a on a.account_id = d.account_id
    order by d.due_at limit ${limit}
    for no key update of a skip locked`.execute(tx);
  return rows.map((row) => row.account_id);
}

/** Locks accounts that have something due, waiting for whoever holds one. */
export async function waitForDueAccounts(tx: Writer, { until, limit, except }: DueQuery): Promise<bigint[]> {
  const { rows } = await sql<{ account_id: bigint }>`
    select account_id from accounts
    where account_id in (select account_id from ${longestDue({ until, except, most: limit })} d)
    order by account_id limit ${limit} for no key update`.execute(tx);
  return rows.map((row) => row.account_id);
}

/** Locks accounts that have something due behind account `after`, in their order, waiting for whoever holds one. */
export async function lockDueBehind(
  tx: Writer,
  { until, limit, except, after }: DueQuery & { after: bigint },
): Promise<bigint[]> {
  const { rows } = await sql<{ account_id: bigint }>`
    select account_id from accounts where account_id in (
      select d.account_id from ${dues(0n)} d
      where d.due_at <= ${until} and d.account_id > ${after} and d.account_id <> all(${idsOf(except)})
      group by d.account_id order by d.account_id limit ${limit})
    order by account_id for no key update`.execute(tx);
  return rows.map((row) => row.account_id);
}

/** Locks those of some accounts whom nobody else holds. */
export async function lockAccounts(tx: Writer, accountIds: readonly bigint[]): Promise<bigint[]> {
  const { rows } = await sql<{ account_id: bigint }>`
    select account_id from accounts where account_id = any(${idsOf(accountIds)})
    for no key update skip locked`.execute(tx);
  return rows.map((row) => row.account_id);
}

/** How much of each kind has fallen due, up to `most`, and since when the first of it waits; kinds without any are left out. */
export async function readOverdue(
  db: Reader,
  { until, most }: { until: Date; most: number },
): Promise<{ kind: DueKind; count: number; since: Date }[]> {
  const branches = sources.map(
    ({
      kind,
      due,
      from,
    }) => sql`(select ${sql.lit(kind)} as kind, d.${sql.ref(due)} as due_at from ${sql.raw(from)}
      and d.${sql.ref(due)} <= ${until} order by d.${sql.ref(due)} limit ${most})`,
  );
  const { rows } = await sql<{ kind: DueKind; count: number; since: Date }>`
    select kind, count(*)::int as count, min(due_at) as since
    from (${sql.join(branches, sql` union all `)}) overdue group by kind`.execute(db);
  return rows;
}

/** Accounts as an array of SQL. */
function idsOf(accountIds: readonly bigint[]): RawBuilder<unknown> {
  return sql`${accountIds.map(String)}::bigint[]`;
}

/** Whether anything of an account may be due; true also for fees that wait for the end of a block. */
export async function mayBeDue(db: Reader, accountId: bigint, until: Date): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select exists (select 1 from lines where account_id = ${accountId}
        and (next_fee_at <= ${until} or blocked_until <= ${until}))
      or exists (select 1 from line_services where account_id = ${accountId} and next_fee_at <= ${until})
      or exists (select 1 from tone_services where account_id = ${accountId} and next_fee_at <= ${until})
      or exists (select 1 from line_melodies where account_id = ${accountId} and next_fee_at <= ${until})
      or exists (select 1 from accounts where account_id = ${accountId} and bonus_due_at <= ${until})
      or exists (select 1 from promised_payments
        where account_id = ${accountId} and settled_at is null and due_at <= ${until})
      or exists (select 1 from tone_gifts
        where account_id = ${accountId} and state = 'pending' and expires_at <= ${until})
      or exists (select 1 from bonus_lots where account_id = ${accountId} and remaining > 0 and expires_at <= ${until})
      or exists (select 1 from line_offers
        where account_id = ${accountId} and state = 'open' and valid_until <= ${until}) as due`.execute(db);
  return rows[0]?.due ?? false;
}
