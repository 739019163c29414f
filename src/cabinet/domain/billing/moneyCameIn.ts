import type { Settings } from '../../settings.ts';
import { bringPromiseForward, retryPaused } from '../../storage/billing/retry.ts';
import type { Writer } from '../../storage/schema.ts';
import { billAccount } from './billAccount.ts';

/**
 * Tries at once whatever waits for money, after any credit of the wallet and in its transaction. A top-up first takes an
 * open promised payment back (R12); then tariff, services, tone service and melodies resume in this order, as far as the
 * money goes (R8, R10). The caller holds the lock of the account.
 */
export async function moneyCameIn(
  tx: Writer,
  { accountId, at, topUp, settings }: { accountId: bigint; at: Date; topUp: boolean; settings: Settings },
): Promise<void> {
  if (topUp) await bringPromiseForward(tx, accountId, at);
  await retryPaused(tx, accountId, at);
  await billAccount(tx, { accountId, until: at, settings });
}
