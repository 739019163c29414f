import { type RawBuilder, sql } from 'kysely';
import type { UsageTypeColumn, Writer } from '../schema.ts';
import type { DueKind } from './dues.ts';

/** How what is due moves money, and how the call detail names it. */
export interface MovementKind {
  kind: DueKind;
  /** The kind of the ledger's transaction. */
  transaction: string;
  source: string;
  target: string;
  /** Where the part of the amount goes that is a fee; null where there is none. */
  fee_book: string | null;
  /** The detail of the transaction that names the subject; null where there is only one. */
  subject: string | null;
  /** The row of call detail; null for none. Its name stands between `prefix` and `suffix`. */
  usage_type: UsageTypeColumn | null;
  direction: 'in' | 'out' | null;
  prefix: string;
  suffix: string;
}

/** Items that move money, with how. */
function moving(kinds: readonly MovementKind[]): RawBuilder<unknown> {
  return sql`billing_items i join json_to_recordset(${JSON.stringify(kinds)}::json) as k (
      kind text, transaction text, source text, target text, fee_book text, subject text,
      usage_type text, direction text, prefix text, suffix text)
    on k.kind = i.kind and i.taken and i.amount <> 0`;
}

/**
 * Moves the money of the items: transactions, their lines, balances, call detail, each dated at its due moment. The items
 * of a round have one account each, so that an amount is added to a balance once.
 */
export async function moveMoney(tx: Writer, kinds: readonly MovementKind[]): Promise<void> {
  await insertTransactions(tx, kinds);
  const books = new Set(kinds.flatMap(({ source, target }) => [source, target]));
  // In the order in which every transaction locks the books of a subscriber.
  if (books.has('bonus')) await changeBalances(tx, kinds, 'bonus');
  if (books.has('hold')) await changeBalances(tx, kinds, 'hold');
  await changeBalances(tx, kinds, 'wallet');
  await insertDetail(tx, kinds);
}

async function insertTransactions(tx: Writer, kinds: readonly MovementKind[]): Promise<void> {
  await sql`
    insert into ledger_transactions (account_id, transaction_id, kind, details, created_at)
    select i.account_id, i.transaction_id, k.transaction,
      jsonb_build_object('due', to_char(i.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
        || case when k.subject is null then '{}' else jsonb_build_object(k.subject, i.subject) end,
      i.due_at
    from ${moving(kinds)}`.execute(tx);
  await sql`
    insert into postings (account_id, transaction_id, line, book, amount)
    select i.account_id, i.transaction_id, p.line, p.book, p.amount
    from ${moving(kinds)} cross join lateral (values
      (0, k.source, -i.amount), (1, k.target, i.amount - i.fee), (2, k.fee_book, i.fee)) as p (line, book, amount)
    where p.amount <> 0`.execute(tx);
}

/** The wallet changes, by nothing at times, for whatever the call detail shows: its row orders the account's detail. */
async function changeBalances(tx: Writer, kinds: readonly MovementKind[], book: string): Promise<void> {
  const isShown = book === 'wallet' ? sql`k.usage_type is not null` : sql`false`;
  const wallet = sql`update billing_items i set wallet = changed.amount
    from changed where changed.account_id = i.account_id`;
  await sql`
    with changed as (
      insert into balances (account_id, book, amount)
      select i.account_id, ${book}::text, case ${book}::text
        when k.source then -i.amount when k.target then i.amount else 0 end
      from ${moving(kinds)} where ${book}::text in (k.source, k.target) or ${isShown}
      on conflict (account_id, book) do update set amount = balances.amount + excluded.amount
      returning account_id, amount)
    ${book === 'wallet' ? wallet : sql`select`}`.execute(tx);
}

const title = sql`case i.kind
  when 'tariff' then (select t.name_ru from tariffs t where t.tariff_id = i.subject)
  when 'service' then (select s.name_ru from services s where s.service_id = i.subject)
  when 'melody' then (select m.title_ru from melodies m where m.melody_id = i.subject)
  when 'gift' then (select m.title_ru from tone_gifts g join melodies m on m.melody_id = g.melody_id
    where g.account_id = i.account_id and g.gift_id = i.subject::uuid) end`;

async function insertDetail(tx: Writer, kinds: readonly MovementKind[]): Promise<void> {
  await sql`
    insert into usage_records (account_id, started_at, record_id, type, direction, volume, unit, cost, balance_after,
      service)
    select i.account_id, i.due_at,
      coalesce((select max(u.record_id) from usage_records u
        where u.account_id = i.account_id and u.started_at = i.due_at), 0) + 1,
      k.usage_type, k.direction, 1, 'item',
      case 'wallet' when k.source then i.amount when k.target then -i.amount else 0 end,
      i.wallet, concat(k.prefix, ${title}, k.suffix)
    from ${moving(kinds)} where k.usage_type is not null`.execute(tx);
}
