import type { FastifyInstance } from 'fastify';
import type { Settling } from './domain/payments/settlePayment.ts';
import type { CardPayments } from './domain/payments/settler.ts';
import { createSettler } from './domain/payments/settler.ts';
import { payments } from './jobs/payments.ts';
import { startJobs } from './jobs/start.ts';
import type { Metrics } from './metrics/metrics.ts';
import { describeFailure } from './storage/failures.ts';

/** Settles card payments for as long as `app` serves, beside its requests. */
export function settlePayments(
  app: FastifyInstance,
  { metrics, ...settling }: Settling & { metrics?: Metrics },
): CardPayments {
  const { log } = app;
  const settler = createSettler({
    ...settling,
    onSettled({ payment_id: payment }, outcome) {
      metrics?.paymentAsked(outcome instanceof Error ? 'failed' : outcome);
      if (outcome instanceof Error) log.error({ payment, failure: describeFailure(outcome) }, 'not settled');
      else if (outcome === 'amount_differs') log.error({ payment }, 'the acquirer tells another amount');
      else if (outcome === 'silence') log.warn({ payment }, 'no answer from the acquirer');
    },
  });
  let jobs: ReturnType<typeof startJobs> | undefined;
  app.addHook('onListen', async () => {
    jobs = startJobs(payments(settler), log, metrics);
  });
  app.addHook('onClose', async () => {
    await settler.stop();
    await jobs?.stop();
  });
  return settler;
}
