import { insertAnnouncement, lockUnannounced } from '../../storage/news/announce.ts';
import type { Store } from '../../storage/store.ts';
import { cabinetSender } from '../sms/numbers.ts';
import { smsTexts } from '../sms/texts.ts';

/**
 * Sends the news that are published by `now` by SMS, each once, to the lines of its region that had subscribed before
 * (R15) and are not disconnected. A transaction for each piece of news; any number of nodes may do it at once.
 * @returns how many pieces of news were sent
 */
export async function announceNews(
  store: Store,
  { now, signal }: { now: Date; signal?: AbortSignal },
): Promise<number> {
  for (let announced = 0; ; announced++) {
    if (signal?.aborted || !(await announceOne(store, now))) return announced;
  }
}

function announceOne(store: Store, now: Date): Promise<boolean> {
  return store.transact(async (tx) => {
    const news = await lockUnannounced(tx, now);
    if (!news) return false;
    const text = smsTexts.news({ title: news.title_ru, id: news.news_id });
    await insertAnnouncement(tx, news, { ...text, sender: cabinetSender, now });
    return true;
  });
}
