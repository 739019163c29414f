import type { Clock } from '../shared/clock.ts';
import { tidy } from './domain/housekeeping/tidy.ts';
import type { Job } from './jobs.ts';
import type { Settings } from './settings.ts';
import type { Store } from './storage/store.ts';

/** Deletes every hour what is over. */
export function housekeeping(store: Store, clock: Clock, settings: Settings): Job {
  return {
    name: 'housekeeping',
    schedule: '0 17 * * * *',
    async run(signal) {
      await tidy(store, { now: clock.now(), settings, signal });
    },
  };
}
