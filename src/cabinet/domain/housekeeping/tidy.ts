import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { forgetBatch, type Leaving, type Leftovers, leftovers } from '../../storage/housekeeping/forget.ts';
import type { Writer } from '../../storage/schema.ts';
import { giveUpSms } from '../../storage/sms/outbox.ts';
import type { Store } from '../../storage/store.ts';
import { PIECES_COME_WITHIN_MS } from '../sms/receiveFragment.ts';
import { forgettable, KEPT_MS } from './rules.ts';

/**
 * Deletes what nobody will ask for any more: sessions, one-time passwords and logins in vain that are over, the replies
 * of old mutations that moved no money, pieces of messages, and the log of messages. Settles messages that nobody will send any more. In small
 * transactions that wait for nobody, so that any number of nodes may do it while they serve, and it may be cut off
 * anywhere.
 * @returns how many rows went, by table
 */
export async function tidy(
  store: Store,
  how: { now: Date; settings: Settings; signal?: AbortSignal },
): Promise<Record<Leftovers, number>> {
  const { now, settings, signal } = how;
  const leaving: Leaving = {
    sessionsOver: plus(now, -KEPT_MS),
    // The session that it opened may live as long after the password.
    oneTimePasswordsOver: plus(now, -settings.sessionLifetimeMs),
    recoveriesBefore: plus(now, -KEPT_MS),
    attemptsBefore: plus(now, -KEPT_MS),
    locks: settings.loginLocks,
    repliesBefore: plus(now, -KEPT_MS),
    operations: forgettable,
    fragmentsBefore: plus(now, -PIECES_COME_WITHIN_MS),
    smsBefore: plus(now, -settings.smsKeptMs),
  };
  const inBatches = async (batch: (tx: Writer) => Promise<number>): Promise<number> => {
    for (let sum = 0; ; ) {
      const done = signal?.aborted ? 0 : await store.transact(batch);
      if (done === 0) return sum;
      sum += done;
    }
  };
  // Here, too, so that no password stays readable where nothing is sent.
  await inBatches((tx) => giveUpSms(tx, { now, uncertain: true, attempts: settings.smsAttempts }));
  const gone = {} as Record<Leftovers, number>;
  for (const table of leftovers) gone[table] = await inBatches((tx) => forgetBatch(tx, table, leaving));
  return gone;
}
