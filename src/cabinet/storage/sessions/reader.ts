import type { Reader } from '../schema.ts';

/** A session with what every request needs of its account; undefined for an unknown token. */
export function findSession(db: Reader, tokenHash: Buffer) {
  return db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.account_id', 'sessions.account_id')
    .innerJoin('regions', 'regions.region_id', 'accounts.region_id')
    .innerJoin('credentials', 'credentials.account_id', 'sessions.account_id')
    .innerJoin('lines', 'lines.account_id', 'sessions.account_id')
    .select(['sessions.account_id', 'sessions.created_at', 'last_used_at', 'expires_at', 'ended_at'])
    .select(['regions.time_zone', 'lines.msisdn'])
    .select((where) =>
      where
        .or([where('sessions.change_required', '=', true), where('credentials.change_required', '=', true)])
        .$castTo<boolean>()
        .as('change_required'),
    )
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
}

export type SessionRow = NonNullable<Awaited<ReturnType<typeof findSession>>>;
