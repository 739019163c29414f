import { operations } from '../../../contract/index.ts';
import { mapDone } from '../../domain/outcome.ts';
import { refuseGift } from '../../domain/tones/refuseGift.ts';
import { mutation } from '../../http/route.ts';
import { giftToWire } from './shape.ts';

export const refuseGiftRoute = mutation(
  operations.refuseGift,
  async (tx, { input, subject, now, random }) => {
    const { accountId, timeZone } = subject;
    const outcome = await refuseGift(tx, { accountId, giftId: input.params.gift, now, random });
    return mapDone(outcome, (gift) => ({ gift: giftToWire(gift, timeZone) }));
  },
);
