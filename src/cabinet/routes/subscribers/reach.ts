import type { Operation } from '../../../contract/operation.ts';
import { findReached, loginAsked, type Reached } from '../../domain/subscribers/reach.ts';
import type { StaffCall } from '../../http/route.ts';
import type { Reader } from '../../storage/schema.ts';

/** The subscriber with a login whom the member serves; the trail names the account, or the login that was asked for (R16). */
export async function reach(
  db: Reader,
  { member, concerns }: StaffCall<Operation>,
  login: string,
): Promise<Reached | undefined> {
  const found = await findReached(db, login, member);
  concerns(found ? `account:${found.accountId}` : loginAsked(login));
  return found;
}
