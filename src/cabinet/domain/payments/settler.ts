import { plus } from '../../../shared/period.ts';
import type { Acquirer } from '../../acquirer/port.ts';
import { claimDuePayments, forgetEvents, type PaymentKey } from '../../storage/payments/writer.ts';
import { EVENT_MEMORY_MS, FIRST_PAUSE_MS, LONGEST_PAUSE_MS } from './rules.ts';
import { type Settlement, type Settling, settlePayment } from './settlePayment.ts';

/** Card payments, as routes see them. */
export interface CardPayments {
  acquirer: Acquirer;
  /** Has what is due settled now instead of at the next turn. */
  settleSoon(): void;
}

/** Settles payments that are due, on any number of nodes at once. */
export interface Settler extends CardPayments {
  /** One turn: everything that is due now. */
  settleDue(): Promise<void>;
  /** Drops the events that the acquirer no longer repeats. */
  forgetOldEvents(): Promise<void>;
  /** Begins nothing new; resolves when what was begun has ended. */
  stop(): Promise<void>;
}

export interface SettlerSettings extends Settling {
  /** Told how each payment fared; a failure of our own comes as an error, and the payment is tried again later. */
  onSettled(payment: PaymentKey, outcome: Settlement | Error): void;
}

const AT_ONCE = 16;

/** A settler; it does nothing by itself. */
export function createSettler(settings: SettlerSettings): Settler {
  const { store, acquirer } = settings;
  let running: Promise<void> | undefined;
  let asked = false;
  let stopped = false;
  const settleAll = async () => {
    do {
      asked = false;
      while (!stopped && (await settleBatch(settings)) === AT_ONCE);
    } while (asked && !stopped);
  };
  const settleDue = () => {
    asked = true;
    running ??= settleAll().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    acquirer,
    settleDue,
    // The next turn of the schedule tells of a failure.
    settleSoon: () => void settleDue().catch(() => {}),
    forgetOldEvents: () =>
      store.transact((tx) => forgetEvents(tx, plus(acquirer.clock.now(), -EVENT_MEMORY_MS))),
    async stop() {
      stopped = true;
      await running?.catch(() => {});
    },
  };
}

/** Takes some payments that are due and settles them side by side; answers how many there were. */
async function settleBatch(settings: SettlerSettings): Promise<number> {
  const { store, acquirer, onSettled } = settings;
  const pauses = { firstMs: FIRST_PAUSE_MS, longestMs: LONGEST_PAUSE_MS };
  const due = await store.transact((tx) =>
    claimDuePayments(tx, { now: acquirer.clock.now(), limit: AT_ONCE, ...pauses }),
  );
  await Promise.all(
    due.map(async (payment) => {
      const outcome = await settlePayment(settings, payment).catch((error: Error) => error);
      onSettled(payment, outcome);
    }),
  );
  return due.length;
}
