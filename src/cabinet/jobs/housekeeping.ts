import { tidy } from '../domain/housekeeping/tidy.ts';
import type { Job, WorkingNode } from './job.ts';

/** Deletes every hour what is over. */
export function housekeeping({ store, clock, settings }: WorkingNode): Job {
  return {
    name: 'housekeeping',
    schedule: '0 17 * * * *',
    async run(signal) {
      await tidy(store, { now: clock.now(), settings, signal });
    },
  };
}
