import { lockAccount } from '../../src/cabinet/storage/account/lock.ts';
import type { Writer } from '../../src/cabinet/storage/schema.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';

/** Runs a domain operation as the cabinet runs a mutation: in one transaction, under the lock of the account. */
export function mutating<T>(store: Store, accountId: bigint, work: (tx: Writer) => Promise<T>): Promise<T> {
  return store.transact(async (tx) => {
    await lockAccount(tx, accountId);
    return work(tx);
  });
}
