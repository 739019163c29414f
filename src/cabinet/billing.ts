import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../shared/clock.ts';
import { runBilling } from './domain/billing/runBilling.ts';
import type { Job } from './jobs.ts';
import type { Settings } from './settings.ts';
import { describeFailure } from './storage/failures.ts';
import type { Store } from './storage/store.ts';

export interface BillingJob {
  store: Store;
  clock: Clock;
  settings: Settings;
  log: FastifyBaseLogger;
  /** A cron pattern with seconds. */
  schedule: string;
}

/** Does what fell due. Any number of nodes may do it at once. An account that cannot be billed is tried again next time. */
export function billing({ store, clock, settings, log, schedule }: BillingJob): Job {
  return {
    name: 'billing',
    schedule,
    async run(signal) {
      await runBilling(store, {
        until: clock.now(),
        settings,
        signal,
        onFailure: (accountId, error) =>
          log.error(
            { account: maskAccount(accountId), failure: describeFailure(error) },
            'account not billed',
          ),
      });
    },
  };
}

/** An account as logs and terminals show it: «•••4567». */
export function maskAccount(accountId: bigint): string {
  return `•••${String(accountId).slice(-4)}`;
}
