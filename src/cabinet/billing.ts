import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../shared/clock.ts';
import { runBilling } from './domain/billing/runBilling.ts';
import type { Job } from './jobs.ts';
import { maskDigits } from './mask.ts';
import type { Metrics } from './metrics/metrics.ts';
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
  metrics?: Metrics | undefined;
}

/** Does what fell due. Any number of nodes may do it at once. An account that cannot be billed is tried again next time. */
export function billing({ store, clock, settings, log, schedule, metrics }: BillingJob): Job {
  return {
    name: 'billing',
    schedule,
    async run(signal) {
      const report = await runBilling(store, {
        until: clock.now(),
        settings,
        signal,
        onFailure: (accountId, error) => {
          log.error(
            { account: maskDigits(accountId), failure: describeFailure(error) },
            'account not billed',
          );
          metrics?.accountNotBilled();
        },
      });
      metrics?.billed(report);
    },
  };
}
