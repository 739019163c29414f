import type { Reader } from '../schema.ts';
import type { IdentityDocumentsTable } from '../schema-staff.ts';

export type DocumentKind = IdentityDocumentsTable['kind'];

export interface RegionRow {
  region_id: number;
  code: string;
  name_ru: string;
  name_en: string;
  time_zone: string;
}

/** Those of some logins that belong to somebody. */
export async function readTakenLogins(db: Reader, logins: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('logins').select('login').where('login', 'in', logins).execute();
  return new Set(rows.map((row) => row.login));
}

/** The regions of the operator by their codes: all of them, or the one whose id is given. */
export function readRegions(db: Reader, regionId: number | null): Promise<RegionRow[]> {
  return db
    .selectFrom('regions')
    .selectAll()
    .$if(regionId !== null, (query) => query.where('region_id', '=', regionId ?? 0))
    .orderBy('code')
    .execute();
}

/** The document whose last digits were recorded with the contract; undefined when none was. */
export function findIdentityDocument(db: Reader, accountId: bigint) {
  return db
    .selectFrom('identity_documents')
    .select(['kind', 'last_digits_hash', 'recorded_at'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}
