import { runBilling } from '../domain/billing/runBilling.ts';
import { maskDigits } from '../mask.ts';
import { describeFailure } from '../storage/failures.ts';
import type { Job, WorkingNode } from './job.ts';

const EVERY_MINUTE = '0 * * * * *';

/** Does what fell due. Any number of nodes may do it at once. An account that cannot be billed is tried again next time. */
export function billing({ store, clock, settings, log, metrics, billingSchedule }: WorkingNode): Job {
  return {
    name: 'billing',
    schedule: billingSchedule ?? EVERY_MINUTE,
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
