import type { Settings } from '../../settings.ts';
import {
  lockAccounts,
  lockDueAccounts,
  lockDueBehind,
  waitForDueAccounts,
} from '../../storage/billing/dues.ts';
import type { Tally } from '../../storage/billing/items.ts';
import { isDatabaseUnavailable } from '../../storage/failures.ts';
import type { Writer } from '../../storage/schema.ts';
import { CommitUncertain, type Store } from '../../storage/store.ts';
import { type BillingReport, totals } from './report.ts';
import { billFirst } from './round.ts';

export interface BillingOptions {
  /** Everything that fell due up to this moment. */
  until: Date;
  settings: Settings;
  /** Told after every batch how many things are done. */
  onProgress?: (done: number) => void;
  /** Told of an account that cannot be billed, and is left as it was. Without it such an account ends the run. */
  onFailure?: (accountId: bigint, error: unknown) => void;
  /** Ends the run between two batches; what is left is the next run's. */
  signal?: AbortSignal;
  /** Does everything and keeps nothing. */
  dryRun?: boolean;
  /** Accounts that one transaction works on. */
  batch?: number;
}

const BATCH = 5_000;
const NO_ACCOUNT = 0n;

/**
 * Bills every account: everything that fell due up to `until`, in the order of time within an account, each movement dated
 * at its due moment. Any number may run at once, on any number of nodes; killed at any point, the next run goes on. When it
 * answers, nothing is due any more, but for accounts that `onFailure` was told of.
 */
export async function runBilling(store: Store, options: BillingOptions): Promise<BillingReport> {
  const { until, settings, onProgress = () => {}, signal, dryRun = false, batch = BATCH } = options;
  const except: bigint[] = [];
  const total = totals();
  const onFailure = (accountId: bigint, error: unknown) => {
    if (!options.onFailure) throw error;
    except.push(accountId);
    options.onFailure(accountId, error);
  };
  let waiting = false;
  let after = NO_ACCOUNT;
  while (signal?.aborted !== true) {
    const query = { until, limit: batch, except };
    const claim = (tx: Writer) => {
      // A dry run would find the same accounts again and again: it goes by their numbers.
      if (dryRun) return lockDueBehind(tx, { ...query, after });
      return waiting ? waitForDueAccounts(tx, query) : lockDueAccounts(tx, query);
    };
    const { accountIds, tallies } = await billBatch(store, { claim, until, settings, dryRun, onFailure });
    total.add(tallies);
    onProgress(total.done());
    const none = accountIds.length === 0;
    if (none && (waiting || dryRun)) break;
    waiting = none;
    after = accountIds.at(-1) ?? after;
  }
  return total.report();
}

interface Batch {
  /** Finds and locks the accounts. */
  claim(tx: Writer): Promise<bigint[]>;
  until: Date;
  settings: Settings;
  dryRun: boolean;
  onFailure(accountId: bigint, error: unknown): void;
}

/**
 * Does the next thing of each claimed account in one transaction; a dry run, everything. When that fails, the accounts are
 * tried by halves, so that only the one that cannot be billed stays behind.
 */
async function billBatch(
  store: Store,
  batch: Batch,
): Promise<{ accountIds: readonly bigint[]; tallies: Tally[] }> {
  const { claim, until, settings, dryRun, onFailure } = batch;
  let accountIds: bigint[] = [];
  const work = async (tx: Writer) => {
    accountIds = [];
    accountIds = [...new Set(await claim(tx))];
    if (accountIds.length === 0) return [];
    const tallies = await billFirst(tx, { accountIds, until, settings });
    for (let more = tallies; dryRun && more.length > 0; ) {
      more = await billFirst(tx, { accountIds, until, settings });
      tallies.push(...more);
    }
    return tallies;
  };
  try {
    return { tallies: await store.transact(work, { dryRun }), accountIds };
  } catch (error) {
    const [only] = accountIds;
    if (only === undefined || error instanceof CommitUncertain || isDatabaseUnavailable(error)) throw error;
    if (accountIds.length === 1) onFailure(only, error);
    const tallies: Tally[] = [];
    for (const half of halves(accountIds)) {
      const smaller = await billBatch(store, { ...batch, claim: (tx) => lockAccounts(tx, half) });
      tallies.push(...smaller.tallies);
    }
    return { tallies, accountIds };
  }
}

/** Nothing of a single one. */
function halves<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return [];
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
}
