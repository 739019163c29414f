import { operations } from '../../../contract/index.ts';
import { listOffers } from '../../domain/offers/listOffers.ts';
import { done } from '../../domain/outcome.ts';
import { read } from '../../http/route.ts';
import { offerToWire } from './shape.ts';

export const listOffersRoute = read(operations.listOffers, async (db, { subject, now }) => {
  const { accountId, timeZone } = subject;
  const offers = await listOffers(db, { accountId, now });
  return done({ items: offers.map((offer) => offerToWire(offer, timeZone)) });
});
