import type { Kopecks } from '../../../shared/money.ts';
import type { Reader } from '../schema.ts';

/** Money of a subscriber, in kopecks. */
export interface Balances {
  wallet: Kopecks;
  hold: Kopecks;
}

/** The balances of a subscriber's books; a book without a row is empty. */
export async function readBalances(db: Reader, accountId: bigint): Promise<Balances> {
  const rows = await db
    .selectFrom('balances')
    .select(['book', 'amount'])
    .where('account_id', '=', accountId)
    .execute();
  const of = (book: string) => rows.find((row) => row.book === book)?.amount ?? 0n;
  return { wallet: of('wallet'), hold: of('hold') };
}
