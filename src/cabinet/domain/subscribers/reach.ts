import type { Reader } from '../../storage/schema.ts';
import { findByLogin } from '../../storage/subscribers/reader.ts';
import { readLogin } from '../sessions/login.ts';

/** The region whose subscribers a member serves (R16); null for every one. */
export interface Reach {
  regionId: number | null;
}

/** A subscriber as somebody else finds them. */
export interface Reached {
  accountId: bigint;
  msisdn: string;
  timeZone: string;
}

/**
 * The subscriber with a login as it was typed (R1). One whom the member does not serve is as one who does not exist, and
 * takes as long: undefined.
 */
export async function findReached(
  db: Reader,
  typed: string,
  { regionId }: Reach,
): Promise<Reached | undefined> {
  const found = await findByLogin(db, readLogin(typed));
  if (!found || (regionId !== null && found.region_id !== regionId)) return undefined;
  return { accountId: found.account_id, msisdn: found.msisdn, timeZone: found.time_zone };
}

/** How the audit trail names a login that was asked for: as it would be kept. */
export function loginAsked(typed: string): string {
  const [login = ''] = readLogin(typed);
  return `login:${login}`;
}
