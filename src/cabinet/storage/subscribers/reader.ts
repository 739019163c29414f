import { type Selectable, sql } from 'kysely';
import type { AccountsTable, LinesTable, Reader } from '../schema.ts';

/** Whom the first of `logins` that exists belongs to, wherever. */
export async function findByLogin(db: Reader, logins: string[]) {
  const rows = await db
    .selectFrom('logins')
    .innerJoin('accounts', 'accounts.account_id', 'logins.account_id')
    .innerJoin('lines', 'lines.account_id', 'logins.account_id')
    .innerJoin('regions', 'regions.region_id', 'accounts.region_id')
    .select(['logins.login', 'logins.account_id', 'lines.msisdn', 'accounts.region_id', 'regions.time_zone'])
    .where('logins.login', 'in', logins)
    .execute();
  return logins.map((login) => rows.find((row) => row.login === login)).find((row) => row !== undefined);
}

export type SubscriberRow = Pick<
  Selectable<AccountsTable>,
  'account_id' | 'contract_number' | 'holder' | 'holder_kind'
> &
  Pick<Selectable<LinesTable>, 'msisdn' | 'network_login' | 'state' | 'blocked_until'> & {
    code: string;
    name_ru: string;
    name_en: string;
  };

/** How words of a name begin, as a query of the index; null for a text without words. */
function wordsOf(text: string) {
  return sql`(select string_agg('''' || word || ''':*', ' & ') from unnest(search_words(${text})) word)::tsquery`;
}

/**
 * Subscribers whose login is one of `logins`, whose contract number is `text`, or in whose names words begin like those of
 * `text`; by account number, behind `after`. `regionId` null is every region.
 */
export async function searchSubscribers(
  db: Reader,
  search: {
    logins: string[];
    text: string;
    regionId: number | null;
    after: bigint | undefined;
    limit: number;
  },
): Promise<SubscriberRow[]> {
  const { logins, text, regionId, after = 0n, limit } = search;
  const { rows } = await sql<SubscriberRow>`
    select a.account_id, a.contract_number, a.holder, a.holder_kind, l.msisdn, l.network_login, l.state, l.blocked_until,
      r.code, r.name_ru, r.name_en
    from accounts a join lines l using (account_id) join regions r using (region_id)
    where (a.account_id = any(array(select account_id from logins where login in (${sql.join(logins)})))
        or search_form(a.contract_number) = search_form(${text})
        or array_to_tsvector(search_words(a.holder)) @@ ${wordsOf(text)})
      and a.account_id > ${after} and (${regionId}::smallint is null or a.region_id = ${regionId})
    order by a.account_id limit ${limit}`.execute(db);
  return rows;
}

/** When an account's sessions began, were used and ended: those that housekeeping has not removed. */
export function readSessionTimes(db: Reader, accountId: bigint) {
  return db
    .selectFrom('sessions')
    .select(['last_used_at', 'expires_at', 'ended_at'])
    .where('account_id', '=', accountId)
    .execute();
}

/** What a login of the account is compared with, and what waits for its login. */
export function readPasswordState(db: Reader, accountId: bigint) {
  return db
    .selectFrom('credentials')
    .leftJoin('one_time_passwords as otp', 'otp.account_id', 'credentials.account_id')
    .select(['credentials.password_hash', 'credentials.changed_at', 'otp.expires_at', 'otp.used_at'])
    .where('credentials.account_id', '=', accountId)
    .executeTakeFirstOrThrow();
}
