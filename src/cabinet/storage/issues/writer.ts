import { type Insertable, sql } from 'kysely';
import type { AccountsTable, CredentialsTable, LinesTable, Writer } from '../schema.ts';
import type { IdentityDocumentsTable } from '../schema-staff.ts';

/**
 * Makes issues follow one another until the end of the transaction: what was free stays free for whoever holds this.
 * @returns the number that the next account gets, unless it is taken
 */
export async function lockAccountNumbers(tx: Writer): Promise<bigint> {
  const row = await tx.selectFrom('account_numbers').select('next').forUpdate().executeTakeFirstOrThrow();
  return row.next;
}

/** The first free account number from `next` on; the caller holds the numbers. */
export async function takeAccountNumber(tx: Writer, next: bigint): Promise<bigint> {
  let number = next;
  while (await isTaken(tx, number)) number = (await firstGapBehind(tx, number)) ?? number + 1n;
  await tx
    .updateTable('account_numbers')
    .set({ next: number + 1n })
    .execute();
  return number;
}

/** A mobile number may look like an account number, too. */
async function isTaken(tx: Writer, number: bigint): Promise<boolean> {
  const row = await tx
    .selectFrom('logins')
    .select('login')
    .where('login', '=', number.toString())
    .executeTakeFirst();
  return row !== undefined;
}

async function firstGapBehind(tx: Writer, number: bigint): Promise<bigint | undefined> {
  const { rows } = await sql<{ free: bigint }>`
    select a.account_id + 1 as free from accounts a
    where a.account_id >= ${number} and not exists (select 1 from logins where login = (a.account_id + 1)::text)
    order by a.account_id limit 1`.execute(tx);
  return rows[0]?.free;
}

export interface NewSubscriber {
  account: Insertable<AccountsTable>;
  line: Insertable<LinesTable>;
  credentials: CredentialsTable;
  document: IdentityDocumentsTable;
}

/** Puts a subscriber with three logins (R1) and the standard services into the tables; the caller knows the logins free. */
export async function insertSubscriber(
  tx: Writer,
  { account, line, credentials, document }: NewSubscriber,
): Promise<void> {
  const { account_id } = account;
  await tx.insertInto('accounts').values(account).execute();
  await tx.insertInto('lines').values(line).execute();
  await tx
    .insertInto('logins')
    .values([
      { login: account_id.toString(), kind: 'account', account_id },
      { login: line.network_login, kind: 'network', account_id },
      { login: line.msisdn, kind: 'msisdn', account_id },
    ])
    .execute();
  await tx.insertInto('credentials').values(credentials).execute();
  await tx.insertInto('identity_documents').values(document).execute();
  await connectStandardServices(tx, account_id, line.tariff_since);
}

/** What comes with the line; a fee of it falls due at once. */
async function connectStandardServices(tx: Writer, accountId: bigint, at: Date | string): Promise<void> {
  await sql`
    insert into line_services (account_id, service_id, state, connected_at, next_fee_at, period_anchor)
    select ${accountId}::bigint, service_id, 'active', ${at}::timestamptz, due, due
    from (select service_id, case when fee_period is not null then ${at}::timestamptz end as due
      from services where standard and open) s`.execute(tx);
}
