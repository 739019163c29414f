import { operations } from '../../../contract/index.ts';
import { getOffer } from '../../domain/offers/getOffer.ts';
import { mapDone } from '../../domain/outcome.ts';
import { read } from '../../http/route.ts';
import { offerToWire } from './shape.ts';

export const getOfferRoute = read(operations.getOffer, async (db, { input, subject, now }) => {
  const { accountId, timeZone } = subject;
  const outcome = await getOffer(db, { accountId, offerId: input.params.offer, now });
  return mapDone(outcome, (offer) => offerToWire(offer, timeZone));
});
