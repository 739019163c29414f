import { type OfferRow, readOffers } from '../../storage/offers/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { byUrgency, offerState } from './rules.ts';

/** The offers of a line (R15): open ones first, the one that ends soonest before the others. */
export async function listOffers(
  db: Reader,
  { accountId, now }: { accountId: bigint; now: Date },
): Promise<OfferRow[]> {
  const offers = await readOffers(db, accountId, now);
  return offers.map((offer) => ({ ...offer, state: offerState(offer, now) })).sort(byUrgency);
}
