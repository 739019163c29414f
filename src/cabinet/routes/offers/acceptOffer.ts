import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/period.ts';
import { acceptOffer } from '../../domain/offers/acceptOffer.ts';
import { mapDone } from '../../domain/outcome.ts';
import { mutation } from '../../http/route.ts';
import { offerToWire } from './shape.ts';

export const acceptOfferRoute = mutation(
  operations.acceptOffer,
  async (tx, { input, subject, now, random }) => {
    const { accountId, timeZone } = subject;
    const outcome = await acceptOffer(tx, { accountId, offerId: input.params.offer, now, random });
    return mapDone(outcome, ({ offer, packageUntil, balanceBefore, balanceAfter }) => ({
      offer: offerToWire(offer, timeZone),
      package_until: formatInstant(packageUntil, timeZone),
      balance_before: toWire(balanceBefore),
      balance_after: toWire(balanceAfter),
    }));
  },
);
