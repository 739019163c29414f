import { hastenPayment, rememberEvent } from '../../storage/payments/writer.ts';
import type { Store } from '../../storage/store.ts';
import type { CardPayments } from './settler.ts';

/** The acquirer says that something happened to a payment: it is asked about at once. The same event again does nothing. */
export async function heedCallback(
  store: Store,
  { acquirer, settleSoon }: CardPayments,
  callback: { event: string; payment: string },
): Promise<void> {
  const now = acquirer.clock.now();
  const fresh = await store.transact(async (tx) => {
    if (!(await rememberEvent(tx, callback.event, now))) return false;
    await hastenPayment(tx, callback.payment, now);
    return true;
  });
  if (fresh) settleSoon();
}
