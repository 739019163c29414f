import type { Clock } from '../shared/clock.ts';
import { announceNews } from './domain/news/announceNews.ts';
import type { Job } from './jobs.ts';
import type { Store } from './storage/store.ts';

/** Sends news by SMS within a minute of their time. Any number of nodes may do it at once. */
export function announcements(store: Store, clock: Clock): Job {
  return {
    name: 'news',
    schedule: '30 * * * * *',
    async run(signal) {
      await announceNews(store, { now: clock.now(), signal });
    },
  };
}
