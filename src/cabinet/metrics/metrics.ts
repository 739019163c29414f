import { collectDefaultMetrics, type Gauge, Registry } from 'prom-client';
import type { Clock } from '../../shared/clock.ts';
import { SECOND_MS } from '../../shared/period.ts';
import type { BillingReport } from '../domain/billing/report.ts';
import type { Settlement } from '../domain/payments/settlePayment.ts';
import type { SmsReceipt, Submitted } from '../domain/sms/part.ts';
import { type Instruments, instrumentsOf } from './instruments.ts';

/**
 * What a node counts while it works. Every label has few values, known beforehand or named by the contract: none tells of a
 * subscriber, a member of the staff, a session or an address.
 */
export interface Metrics {
  answered(request: { operation: string; status: number; seconds: number }): void;
  /** The client of a request left before its answer. */
  abandoned(operation: string): void;
  /** A change was answered from its idempotency key. */
  replayed(operation: string): void;
  /** A problem was answered. */
  refused(code: string): void;
  /** Somebody tried to log in; `result` is `ok` or the code of the problem. */
  loggedIn(who: 'subscriber' | 'staff', result: string): void;
  /** A job ended its turn. */
  jobEnded(job: string, result: 'ok' | 'failed'): void;
  billed(report: BillingReport): void;
  accountNotBilled(): void;
  smsSubmitted(outcome: Submitted['kind']): void;
  smsReceipt(state: SmsReceipt['state']): void;
  /** The short-message service is connected, or not. */
  smscBound(bound: boolean): void;
  /** The acquirer was asked about a payment. */
  paymentAsked(outcome: Settlement | 'failed'): void;
}

/** The numbers of one node, in a registry of their own, with those of its process. */
export function createMetrics(
  clock: Clock,
  build: { version: string; node: string },
): Metrics & { registry: Registry } {
  const registry = new Registry();
  const instruments = instrumentsOf(registry);
  collectDefaultMetrics({ register: registry });
  instruments.gauge('lisa_build_info', 'Versions of lisa and of Node.', 'version', 'node').set(build, 1);
  return {
    registry,
    ...requestMetrics(instruments),
    ...jobMetrics(instruments, clock),
    ...portMetrics(instruments),
  };
}

function requestMetrics({ counter, seconds }: Instruments) {
  const requests = counter('lisa_http_requests_total', 'Requests, by status.', 'operation', 'status');
  const durations = seconds(
    'lisa_http_request_duration_seconds',
    'Time from a request to the end of its answer.',
    'operation',
  );
  const replays = counter('lisa_http_replays_total', 'Changes answered from their key.', 'operation');
  const problems = counter('lisa_http_problems_total', 'Problems answered, by code.', 'code');
  const logins = counter('lisa_logins_total', 'Attempts to log in.', 'who', 'result');
  return {
    answered: ({ operation, status, seconds }) => {
      requests.inc({ operation, status });
      durations.observe({ operation }, seconds);
    },
    abandoned: (operation) => requests.inc({ operation, status: 'abandoned' }),
    replayed: (operation) => replays.inc({ operation }),
    refused: (code) => problems.inc({ code }),
    loggedIn: (who, result) => logins.inc({ who, result }),
  } satisfies Partial<Metrics>;
}

function jobMetrics({ counter, gauge }: Instruments, clock: Clock) {
  const turns = counter('lisa_job_turns_total', 'Turns of the jobs of this node.', 'job', 'result');
  const successes = gauge(
    'lisa_job_last_success_timestamp_seconds',
    'When a job of this node last ended well.',
    'job',
  );
  const items = counter('lisa_billing_items_total', 'What fell due and was billed.', 'kind', 'outcome');
  const notBilled = counter('lisa_billing_failed_accounts_total', 'Accounts that could not be billed.');
  return {
    jobEnded: (job, result) => {
      turns.inc({ job, result });
      if (result === 'ok') successes.set({ job }, clock.now().getTime() / SECOND_MS);
    },
    billed: (report) => {
      for (const { kind, ...outcomes } of report)
        for (const outcome of ['done', 'paused', 'resumed'] as const)
          items.inc({ kind, outcome }, outcomes[outcome]);
    },
    accountNotBilled: () => notBilled.inc(),
  } satisfies Partial<Metrics>;
}

function portMetrics({ counter, gauge }: Instruments) {
  // A node without a short-message service has no such number, so that nobody is woken by its zero.
  let connected: Gauge | undefined;
  const parts = counter('lisa_sms_parts_total', 'Parts of SMS, by what the service answered.', 'outcome');
  const receipts = counter('lisa_sms_receipts_total', 'Receipts of parts of SMS.', 'state');
  const payments = counter(
    'lisa_payment_enquiries_total',
    'Payments the acquirer was asked about.',
    'outcome',
  );
  return {
    smsSubmitted: (outcome) => parts.inc({ outcome }),
    smsReceipt: (state) => receipts.inc({ state }),
    smscBound: (bound) => {
      connected ??= gauge('lisa_smsc_bound', 'Whether the short-message service is connected.');
      connected.set(bound ? 1 : 0);
    },
    paymentAsked: (outcome) => payments.inc({ outcome }),
  } satisfies Partial<Metrics>;
}
