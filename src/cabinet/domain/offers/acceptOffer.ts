import { assert } from '../../../shared/assert.ts';
import type { Random } from '../../../shared/clock.ts';
import type { Kopecks } from '../../../shared/money.ts';
import { insertBuckets } from '../../storage/account/buckets.ts';
import { readBalances } from '../../storage/ledger/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import { findOffer, type OfferRow } from '../../storage/offers/reader.ts';
import { acceptLineOffer } from '../../storage/offers/writer.ts';
import type { Writer } from '../../storage/schema.ts';
import { uuidv7 } from '../identifiers.ts';
import { charge } from '../ledger/charge.ts';
import { done, type Outcome } from '../outcome.ts';
import { movementNames } from '../usage/movements.ts';
import { offerPostings, packageUntil, refuseAcceptance, unitOf } from './rules.ts';

export interface AcceptedOffer {
  offer: OfferRow;
  packageUntil: Date;
  balanceBefore: Kopecks;
  balanceAfter: Kopecks;
}

/**
 * Accepts an offer (R15): its price is taken and its package begins at once. The caller's transaction holds the lock of
 * the account. Refused as `refuseAcceptance` says.
 */
export async function acceptOffer(
  tx: Writer,
  request: { accountId: bigint; offerId: string; now: Date; random: Random },
): Promise<Outcome<AcceptedOffer>> {
  const { accountId, offerId, now, random } = request;
  const line = await readLine(tx, accountId);
  const offer = await findOffer(tx, request);
  const { wallet } = await readBalances(tx, accountId);
  const refusal = refuseAcceptance({ line, offer, wallet }, now);
  if (refusal) return refusal;
  assert(offer, 'an offer that was not made is refused');
  const balanceAfter = await charge(tx, wallet, {
    accountId,
    kind: 'offer',
    details: { offer: offerId },
    detail: { type: 'service', service: movementNames.offer(offer.name_ru) },
    postings: offerPostings(offer),
    at: now,
    random,
  });
  const until = packageUntil(offer, now);
  await insertBuckets(tx, [
    {
      account_id: accountId,
      bucket_id: uuidv7(now, random),
      usage_type: offer.usage_type,
      unit: unitOf[offer.usage_type],
      initial: offer.volume,
      remaining: offer.volume,
      valid_from: now,
      valid_until: until,
      offer_id: offerId,
    },
  ]);
  await acceptLineOffer(tx, { accountId, offerId, at: now });
  return done({
    offer: { ...offer, state: 'accepted', accepted_at: now },
    packageUntil: until,
    balanceBefore: balanceAfter + offer.price,
    balanceAfter,
  });
}
