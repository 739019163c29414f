import type { Reader } from '../../storage/schema.ts';
import { readGifts, type SidedGiftRow } from '../../storage/tones/gifts.ts';
import { type Page, pageOf } from '../page.ts';
import { giftState } from './rules.ts';

/** A page of the gifts given and received, newest first, each in the state that it has at `now` (R11). */
export async function listGifts(
  db: Reader,
  query: { accountId: bigint; after?: string | undefined; limit: number; now: Date },
): Promise<Page<SidedGiftRow>> {
  const rows = await readGifts(db, { ...query, limit: query.limit + 1 });
  const { items, next } = pageOf(rows, query.limit, (gift) => gift.gift_id);
  return { items: items.map((gift) => ({ ...gift, state: giftState(gift, query.now) })), next };
}
