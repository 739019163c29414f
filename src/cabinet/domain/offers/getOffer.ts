import { findOffer, type OfferRow } from '../../storage/offers/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { offerState } from './rules.ts';

/** One offer of the line (R15). Refused as `offer_not_found`, also when it was made to others only. */
export async function getOffer(
  db: Reader,
  request: { accountId: bigint; offerId: string; now: Date },
): Promise<Outcome<OfferRow>> {
  const offer = await findOffer(db, request);
  if (!offer) return refuse({ kind: 'offer_not_found' });
  return done({ ...offer, state: offerState(offer, request.now) });
}
