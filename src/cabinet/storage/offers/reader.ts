import type { Reader } from '../schema.ts';
import type { LineOffersTable, OffersTable } from '../schema-catalogues.ts';

/** An offer of the catalogue as it was made to a line. */
export type OfferRow = OffersTable & Omit<LineOffersTable, 'account_id' | 'offer_id'>;

/** The offers that were made to a line and have begun by `now`, in the order of the catalogue. */
export function readOffers(db: Reader, accountId: bigint, now: Date): Promise<OfferRow[]> {
  return offersOf(db, accountId, now).execute();
}

/** An offer that was made to this line and has begun by `now`, accepted or run out as well. */
export function findOffer(
  db: Reader,
  { accountId, offerId, now }: { accountId: bigint; offerId: string; now: Date },
): Promise<OfferRow | undefined> {
  return offersOf(db, accountId, now).where('line_offers.offer_id', '=', offerId).executeTakeFirst();
}

function offersOf(db: Reader, accountId: bigint, now: Date) {
  return db
    .selectFrom('line_offers')
    .innerJoin('offers', 'offers.offer_id', 'line_offers.offer_id')
    .selectAll('offers')
    .select(['line_offers.state', 'valid_from', 'valid_until', 'accepted_at'])
    .where('line_offers.account_id', '=', accountId)
    .where('valid_from', '<=', now)
    .orderBy('offers.position')
    .orderBy('offers.offer_id');
}
