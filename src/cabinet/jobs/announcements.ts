import { announceNews } from '../domain/news/announceNews.ts';
import type { Job, WorkingNode } from './job.ts';

/** Sends news by SMS within a minute of their time. Any number of nodes may do it at once. */
export function announcements({ store, clock }: WorkingNode): Job {
  return {
    name: 'news',
    schedule: '30 * * * * *',
    async run(signal) {
      await announceNews(store, { now: clock.now(), signal });
    },
  };
}
