import type { Kopecks } from '../../../shared/money.ts';
import { DAY_MS, plus } from '../../../shared/period.ts';
import type { OfferRow } from '../../storage/offers/reader.ts';
import { type Posting, refuseUnlessCovered } from '../ledger/rules.ts';
import { type Line, refuseUnlessActive } from '../lines/rules.ts';
import { type Refused, refuse } from '../outcome.ts';

export type OfferState = 'open' | 'accepted' | 'expired';

/** R15: an offer that ran out is expired for whoever looks, whether billing has been there or not. */
export function offerState(
  { state, valid_until }: Pick<OfferRow, 'state' | 'valid_until'>,
  now: Date,
): OfferState {
  return state === 'open' && valid_until <= now ? 'expired' : state;
}

/** In what its package is counted. */
export const unitOf = { voice: 'second', sms: 'message', data: 'byte' } as const;

/** Until when the package of an offer accepted at `now` can be used. */
export function packageUntil({ days }: Pick<OfferRow, 'days'>, now: Date): Date {
  return plus(now, days * DAY_MS);
}

const RANK: Record<OfferState, number> = { open: 0, accepted: 1, expired: 2 };

/** Open offers first, the one that ends soonest before the others; then accepted and expired ones, the latest first. */
export function byUrgency(left: OfferRow, right: OfferRow): number {
  if (left.state !== right.state) return RANK[left.state] - RANK[right.state];
  const later = ending(left) - ending(right);
  return left.state === 'open' ? later : -later;
}

function ending({ accepted_at, valid_until }: OfferRow): number {
  return (accepted_at ?? valid_until).getTime();
}

/**
 * Why an offer cannot be accepted (R15), in a fixed order: the line, the offer, and money last. Null when it may happen.
 */
export function refuseAcceptance(
  { line, offer, wallet }: { line: Line; offer: OfferRow | undefined; wallet: Kopecks },
  now: Date,
): Refused | null {
  const notActive = refuseUnlessActive(line, now);
  if (notActive) return notActive;
  if (!offer) return refuse({ kind: 'offer_not_found' });
  const state = offerState(offer, now);
  if (state === 'accepted') return refuse({ kind: 'offer_already_accepted' });
  if (state === 'expired') return refuse({ kind: 'offer_expired', expiredAt: offer.valid_until });
  return refuseUnlessCovered(wallet, offer.price);
}

/** The movement of an acceptance; empty for a gift of the operator. */
export function offerPostings({ price }: Pick<OfferRow, 'price'>): Posting[] {
  if (price === 0n) return [];
  return [
    { book: 'wallet', amount: -price },
    { book: 'revenue.offer', amount: price },
  ];
}
