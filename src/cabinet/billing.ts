import type { Clock } from '../shared/clock.ts';
import { runBilling } from './domain/billing/runBilling.ts';
import type { Job } from './jobs.ts';
import type { Settings } from './settings.ts';
import type { Store } from './storage/store.ts';

export interface BillingJob {
  store: Store;
  clock: Clock;
  settings: Settings;
  /** A cron pattern with seconds. */
  schedule: string;
}

/** Does what fell due. Any number of nodes may do it at once. */
export function billing({ store, clock, settings, schedule }: BillingJob): Job {
  return {
    name: 'billing',
    schedule,
    async run(signal) {
      await runBilling(store, { until: clock.now(), settings, signal });
    },
  };
}
