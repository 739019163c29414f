import type { Settings } from '../../settings.ts';
import { mayBeDue } from '../../storage/billing/dues.ts';
import { lockMoney } from '../../storage/billing/lock.ts';
import type { Writer } from '../../storage/schema.ts';
import { billFirst } from './round.ts';

/**
 * Does everything of one account that fell due up to `until`, in the order of time, each movement dated at its due moment:
 * what follows finds the account as if billing had just run. The caller holds the lock of the account. Where nothing is
 * due it costs one query.
 */
export async function billAccount(
  tx: Writer,
  { accountId, until, settings }: { accountId: bigint; until: Date; settings: Settings },
): Promise<void> {
  if (!(await mayBeDue(tx, accountId, until))) return;
  await lockMoney(tx, accountId, until);
  let done: readonly unknown[];
  do {
    done = await billFirst(tx, { accountIds: [accountId], until, settings });
  } while (done.length > 0);
}
