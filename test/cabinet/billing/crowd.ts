import { sql } from 'kysely';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { ensureMonths } from '../../../src/cabinet/storage/usage/partitions.ts';
import { DAY_MS, plus } from '../../../src/shared/period.ts';
import { START } from '../../support/clock.ts';
import { addServices } from '../../support/services.ts';
import { addCatalogue } from '../../support/subscribers.ts';
import { addMelodies } from '../../support/tones.ts';

const DAYS = 70;

/** Until when a crowd is billed: everything of 70 days. */
export const crowdUntil = plus(new Date(START), DAYS * DAY_MS);

/**
 * `size` subscribers of whom nobody billed anything for 70 days: a tariff, a daily and a monthly service, a tone that renews,
 * bonuses, a promised payment. Money lasts for some of them all the time, for some a while, for some never.
 */
export async function addCrowd(store: Store, size: number): Promise<void> {
  await addCatalogue(store);
  await addServices(store);
  await addMelodies(store);
  const start = new Date(START);
  const first = (days: number, milliseconds: string) =>
    sql`${plus(start, days * DAY_MS)}::timestamptz + ${sql.raw(milliseconds)} * interval '1 minute'`;
  await store.transact(async (tx) => {
    await ensureMonths(tx, start, crowdUntil);
    const statements = [
      sql`insert into accounts
            (account_id, contract_number, contract_date, holder, holder_kind, region_id, created_at, bonus_due_at)
          select 800000000 + n, 'К-' || n, '2025-01-29', 'Абонент ' || n, 'person', 66, ${plus(start, -400 * DAY_MS)},
            '2026-03-10T01:00:00Z' from generate_series(1, ${sql.lit(size)}) n`,
      sql`insert into lines (account_id, msisdn, network_login, state, tariff_id, tariff_since, next_fee_at)
          select account_id, '9' || account_id, 'crowd' || account_id, 'active', 'start', ${start},
            ${first(3, 'account_id % 1000')} from accounts`,
      sql`insert into line_services (account_id, service_id, state, connected_at, next_fee_at, period_anchor)
          select account_id, service_id, 'active', ${start}, at, at from accounts,
            lateral (values ('guard', ${first(1, 'account_id % 700')}), ('extra', ${first(5, 'account_id % 800')})) s (service_id, at)`,
      sql`insert into tone_services (account_id, state, connected_at, next_fee_at)
          select account_id, 'active', ${start}, ${first(1, 'account_id % 900')} from accounts`,
      sql`insert into line_melodies (account_id, melody_id, acquired_at, paid_until, renews, next_fee_at)
          select account_id, 'yolka', ${start}, ${plus(start, 30 * DAY_MS)}, true, ${plus(start, 30 * DAY_MS)} from accounts`,
      sql`insert into promised_payments (account_id, promise_id, amount, fee, taken_at, due_at)
          select account_id, gen_random_uuid(), 5000, 700, ${start}, ${plus(start, 3 * DAY_MS)} from accounts
          where account_id % 5 = 0`,
      sql`with opening as (
            insert into ledger_transactions
            select account_id, gen_random_uuid(), 'opening', '{}', ${start} from accounts returning account_id, transaction_id)
          insert into postings
          select account_id, transaction_id, line, book, sign * (1 + account_id % 7) * 20000
          from opening, (values (0, 'opening', -1), (1, 'wallet', 1)) p (line, book, sign)`,
      sql`insert into balances select account_id, book, factor * (1 + account_id % 7) * 20000
          from accounts, (values ('bonus', 0), ('hold', 0), ('wallet', 1)) b (book, factor)`,
    ];
    for (const statement of statements) await statement.execute(tx);
  });
}

/** Every movement with its id, every balance and everything that comes next, as one text to compare. */
export async function wholeBooks(store: Store): Promise<string> {
  const { rows } = await store.read((db) =>
    sql<{ row: string }>`
      select t::text || (select string_agg(p::text, ' ' order by line) from postings p
        where p.account_id = t.account_id and p.transaction_id = t.transaction_id) as row
      from ledger_transactions t where kind <> 'opening'
      union all select b::text from balances b
      union all select l::text from lines l
      union all select s::text from line_services s
      union all select s::text from tone_services s
      union all select m::text from line_melodies m
      union all select u::text from usage_records u
      union all select concat_ws(' ', account_id, initial, remaining, granted_at, expires_at) from bonus_lots
      union all select concat_ws(' ', account_id, due_at, settled_at) from promised_payments
      order by 1`.execute(db),
  );
  return rows.map(({ row }) => row).join('\n');
}
