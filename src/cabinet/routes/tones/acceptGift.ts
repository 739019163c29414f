import { operations } from '../../../contract/index.ts';
import { formatInstant } from '../../../shared/period.ts';
import { mapDone } from '../../domain/outcome.ts';
import { acceptGift } from '../../domain/tones/acceptGift.ts';
import { mutation } from '../../http/route.ts';
import { giftToWire } from './shape.ts';

export const acceptGiftRoute = mutation(
  operations.acceptGift,
  async (tx, { input, subject, now, random, settings }) => {
    const { accountId, timeZone } = subject;
    const outcome = await acceptGift(tx, { accountId, giftId: input.params.gift, now, random, settings });
    return mapDone(outcome, ({ gift, toneService, paidUntil }) => ({
      gift: giftToWire(gift, timeZone),
      tone_service: toneService,
      paid_until: formatInstant(paidUntil, timeZone),
    }));
  },
);
