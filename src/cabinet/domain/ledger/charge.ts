import type { Kopecks } from '../../../shared/money.ts';
import type { Writer } from '../../storage/schema.ts';
import { type NewTransaction, post } from './post.ts';

/**
 * Takes what something costs from a wallet that holds `wallet`; without postings it costs nothing, and nothing is
 * written. The caller has already refused what the wallet does not cover.
 * @returns what the wallet holds after it, in kopecks
 */
export async function charge(tx: Writer, wallet: Kopecks, transaction: NewTransaction): Promise<Kopecks> {
  if (transaction.postings.length === 0) return wallet;
  const { balances } = await post(tx, transaction);
  return balances.wallet ?? wallet;
}
