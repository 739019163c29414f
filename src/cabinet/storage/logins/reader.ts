import type { Reader } from '../schema.ts';

/** The account behind the first of `logins` that exists, with its password's hash. */
export async function findLogin(db: Reader, logins: string[]) {
  const rows = await db
    .selectFrom('logins')
    .innerJoin('credentials', 'credentials.account_id', 'logins.account_id')
    .select(['logins.login', 'logins.account_id', 'credentials.password_hash'])
    .where('logins.login', 'in', logins)
    .execute();
  return logins.map((login) => rows.find((row) => row.login === login)).find((row) => row !== undefined);
}

/** Every login of an account, as it is kept. */
export async function readLogins(db: Reader, accountId: bigint): Promise<string[]> {
  const rows = await db.selectFrom('logins').select('login').where('account_id', '=', accountId).execute();
  return rows.map((row) => row.login);
}
