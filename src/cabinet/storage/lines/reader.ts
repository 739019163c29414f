import type { Selectable } from 'kysely';
import type { LinesTable, Reader } from '../schema.ts';

export type LineRow = Selectable<LinesTable>;

/** The line of an account: every account has exactly one. */
export function readLine(db: Reader, accountId: bigint): Promise<LineRow> {
  return db.selectFrom('lines').selectAll().where('account_id', '=', accountId).executeTakeFirstOrThrow();
}

/** The line behind a mobile number, found as a login would be; undefined when it is not one of ours. */
export function findLineByMsisdn(db: Reader, msisdn: string): Promise<LineRow | undefined> {
  return db
    .selectFrom('logins')
    .innerJoin('lines', 'lines.account_id', 'logins.account_id')
    .selectAll('lines')
    .where('logins.login', '=', msisdn)
    .where('logins.kind', '=', 'msisdn')
    .executeTakeFirst();
}
