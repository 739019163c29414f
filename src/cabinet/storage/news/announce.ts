import { type Selectable, sql } from 'kysely';
import { idOf } from '../billing/items.ts';
import type { Writer } from '../schema.ts';
import type { SmsOutboxTable } from '../schema-messages.ts';
import type { NewsRow } from './reader.ts';

/**
 * The oldest news that are published by `now` and not announced, held until the transaction ends; what another node holds
 * is passed over.
 */
export function lockUnannounced(tx: Writer, now: Date): Promise<NewsRow | undefined> {
  return tx
    .selectFrom('news')
    .selectAll()
    .where('announced_at', 'is', null)
    .where('published_at', '<=', now)
    .orderBy('published_at')
    .orderBy('news_id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/**
 * Marks news as announced, and puts a message for every line that had subscribed when they were published into the outbox.
 */
export async function insertAnnouncement(
  tx: Writer,
  news: NewsRow,
  message: Pick<Selectable<SmsOutboxTable>, 'sender' | 'kind' | 'body' | 'masked'> & { now: Date },
): Promise<void> {
  const { sender, kind, body, masked, now } = message;
  await tx.updateTable('news').set({ announced_at: now }).where('news_id', '=', news.news_id).execute();
  // A whole region in one statement may take longer than a request.
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`
    insert into sms_outbox (account_id, message_id, msisdn, sender, kind, body, masked, state, created_at, next_at, reference)
    select d.account_id, ${idOf(sql`d`, sql`'news'`)}, d.msisdn, ${sender}, ${kind}, ${body}, ${masked}, 'queued', ${now}, ${now},
      floor(random() * 65536)
    from (
      select l.account_id, l.msisdn, ${news.published_at}::timestamptz as due_at, ${news.news_id}::text as subject
      from news_subscriptions s join lines l using (account_id) join accounts a using (account_id)
      where s.subscribed_at <= ${news.published_at}
        and (${news.region_id}::smallint is null or a.region_id = ${news.region_id})
        and l.state <> 'disconnected' and (l.blocked_until is null or l.blocked_until > ${now})
      order by l.account_id) d`.execute(tx);
}
