import type { Reader } from '../../storage/schema.ts';
import { type SubscriberRow, searchSubscribers } from '../../storage/subscribers/reader.ts';
import { type LineState, lineState } from '../lines/rules.ts';
import { type Page, pageOf } from '../page.ts';
import { readLogin } from '../sessions/login.ts';
import type { Reach } from './reach.ts';

export type Found = SubscriberRow & { state: LineState };

/** A page of the subscribers that a member serves and looks for, by account number. */
export async function findSubscribers(
  db: Reader,
  search: { query: string; reach: Reach; after?: string | undefined; limit: number; now: Date },
): Promise<Page<Found>> {
  const { query, reach, after, limit, now } = search;
  const rows = await searchSubscribers(db, {
    logins: readLogin(query),
    text: query.normalize('NFC').trim(),
    regionId: reach.regionId,
    after: after === undefined ? undefined : BigInt(after),
    limit: limit + 1,
  });
  const found = rows.map((row) => ({ ...row, state: lineState(row, now) }));
  return pageOf(found, limit, (row) => row.account_id.toString());
}
