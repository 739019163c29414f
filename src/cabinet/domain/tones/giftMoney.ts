import type { Random } from '../../../shared/clock.ts';
import type { Kopecks } from '../../../shared/money.ts';
import { retryPaused } from '../../storage/billing/retry.ts';
import type { Writer } from '../../storage/schema.ts';
import type { GiftRow } from '../../storage/tones/gifts.ts';
import { readMelody } from '../../storage/tones/reader.ts';
import { type MovementDetail, post } from '../ledger/post.ts';
import type { SubscriberBook } from '../ledger/rules.ts';
import { movementNames } from '../usage/movements.ts';
import { giftPostings } from './rules.ts';

/** When something happens, and the randomness for the ids that it makes. */
export interface Moment {
  now: Date;
  random: Random;
}

/**
 * Moves the price of a gift between the giver's books. Only additions to the giver's balance rows: the giver's
 * account needs no lock, so that two subscribers can answer each other's gifts at once. Money that comes back makes what
 * is paused for want of it fall due, and the next billing takes it. Answers the balances that changed, in kopecks.
 */
export async function moveGiftMoney(
  tx: Writer,
  gift: Pick<GiftRow, 'account_id' | 'gift_id' | 'price' | 'melody_id'>,
  kind: 'gift_hold' | 'gift_capture' | 'gift_release',
  { now, random }: Moment,
): Promise<Partial<Record<SubscriberBook, Kopecks>>> {
  const postings = giftPostings(kind, gift.price);
  if (postings.length === 0) return {};
  const details = { gift: gift.gift_id, melody: gift.melody_id };
  const melody = await readMelody(tx, gift.melody_id);
  const { balances } = await post(tx, {
    accountId: gift.account_id,
    kind,
    details,
    detail: detailOf(kind, melody.title_ru),
    postings,
    at: now,
    random,
  });
  if (kind === 'gift_release') await retryPaused(tx, gift.account_id, now);
  return balances;
}

/** A capture takes money that the wallet gave away before: nothing new for the call detail. */
function detailOf(kind: 'gift_hold' | 'gift_capture' | 'gift_release', title: string): MovementDetail | null {
  switch (kind) {
    case 'gift_hold':
      return { type: 'service', service: movementNames.giftHeld(title) };
    case 'gift_release':
      return { type: 'service', service: movementNames.giftReturned(title) };
    case 'gift_capture':
      return null;
  }
}
