import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../../shared/clock.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Settings } from '../settings.ts';
import type { SmsDelivery } from '../sms/delivery.ts';
import type { Store } from '../storage/store.ts';

/** Something that the cabinet does by itself, beside requests. */
export interface Job {
  name: string;
  /** A cron pattern with seconds. A turn that comes while the last one still runs is left out. */
  schedule: string;
  run(signal: AbortSignal): Promise<void>;
}

/** What a node does its jobs with. */
export interface WorkingNode {
  store: Store;
  clock: Clock;
  settings: Settings;
  log: FastifyBaseLogger;
  metrics?: Metrics | undefined;
  /** Without one the messages wait for another node. */
  delivery?: SmsDelivery | undefined;
  /** A cron pattern with seconds, instead of every minute. */
  billingSchedule?: string;
}
