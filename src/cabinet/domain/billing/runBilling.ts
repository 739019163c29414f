import type { Kopecks } from '../../../shared/money.ts';
import type { Settings } from '../../settings.ts';
import { type DueKind, dueKinds, lockDueAccounts, waitForDueAccounts } from '../../storage/billing/dues.ts';
import type { Tally } from '../../storage/billing/items.ts';
import type { Writer } from '../../storage/schema.ts';
import type { Store } from '../../storage/store.ts';
import { billFirst } from './round.ts';

export interface BillingOptions {
  /** Everything that fell due up to this moment. */
  until: Date;
  settings: Settings;
  /** Told after every batch how many things are done. */
  onProgress?: (done: number) => void;
  /** Ends the run between two batches; what is left is the next run's. */
  signal?: AbortSignal;
  /** Does everything and keeps nothing. */
  dryRun?: boolean;
  /** Accounts that one transaction works on. */
  batch?: number;
}

/** What a run did, by kind, in the order of the kinds; kinds of which there was nothing are left out. */
export type BillingReport = {
  kind: DueKind;
  done: number;
  amount: Kopecks;
  paused: number;
  resumed: number;
}[];

const BATCH = 5_000;
const NO_ACCOUNT = 0n;

/**
 * Bills every account: everything that fell due up to `until`, in the order of time within an account, each movement dated
 * at its due moment. Any number may run at once, on any number of nodes; killed at any point, the next run goes on. When it
 * answers, nothing is due any more.
 */
export async function runBilling(store: Store, options: BillingOptions): Promise<BillingReport> {
  const { until, settings, onProgress = () => {}, signal, dryRun = false, batch = BATCH } = options;
  const query = { until, toneDailyFee: settings.toneDailyFee, limit: batch };
  const total = totals();
  const work = (accountIds: readonly bigint[], tx: Writer) => billFirst(tx, { accountIds, until, settings });
  // A dry run would find the same accounts again and again: it goes by their numbers.
  let waiting = dryRun;
  for (let after = NO_ACCOUNT; signal?.aborted !== true; ) {
    const locked = await store.transact(
      async (tx) => {
        const found = waiting
          ? await waitForDueAccounts(tx, { ...query, after })
          : await lockDueAccounts(tx, query);
        const accountIds = [...new Set(found)];
        const tallies = accountIds.length > 0 ? await work(accountIds, tx) : [];
        if (dryRun) {
          for (let more = tallies; more.length > 0; ) {
            more = await work(accountIds, tx);
            tallies.push(...more);
          }
        }
        return { accountIds, tallies };
      },
      { dryRun },
    );
    total.add(locked.tallies);
    onProgress(total.done());
    const none = locked.accountIds.length === 0;
    if (none && waiting) break;
    if (dryRun) after = locked.accountIds.at(-1) ?? after;
    else waiting = none;
  }
  return total.report();
}

function totals() {
  const sums = new Map<DueKind, Tally>();
  return {
    add(tallies: readonly Tally[]): void {
      for (const { kind, done, amount, paused, resumed } of tallies) {
        const sum = sums.get(kind) ?? { kind, done: 0, amount: 0n, paused: 0, resumed: 0 };
        sums.set(kind, {
          kind,
          done: sum.done + done,
          amount: sum.amount + amount,
          paused: sum.paused + paused,
          resumed: sum.resumed + resumed,
        });
      }
    },
    done: () => [...sums.values()].reduce((count, { done, paused }) => count + done + paused, 0),
    report: (): BillingReport => dueKinds.flatMap((kind) => sums.get(kind) ?? []),
  };
}
