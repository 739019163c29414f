import type { Reader } from '../schema.ts';

/** An account with its region. */
export function readAccount(db: Reader, accountId: bigint) {
  return db
    .selectFrom('accounts')
    .innerJoin('regions', 'regions.region_id', 'accounts.region_id')
    .select(['accounts.account_id', 'contract_number', 'contract_date', 'holder', 'holder_kind'])
    .select('accounts.bonus_due_at')
    .select(['regions.code', 'regions.name_ru', 'regions.name_en', 'regions.time_zone'])
    .where('accounts.account_id', '=', accountId)
    .executeTakeFirstOrThrow();
}

/** The Argon2id hash of the account's codeword (R9). */
export async function readCodewordHash(db: Reader, accountId: bigint): Promise<string> {
  const row = await db
    .selectFrom('credentials')
    .select('codeword_hash')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return row.codeword_hash;
}
