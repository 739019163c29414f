import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
import { mapDone } from '../../domain/outcome.ts';
import { createGift } from '../../domain/tones/createGift.ts';
import { mutation } from '../../http/route.ts';
import { giftToWire } from './shape.ts';

export const createGiftRoute = mutation(
  operations.createGift,
  async (tx, { input, subject, now, random, settings }) => {
    const { accountId, timeZone } = subject;
    const { melody: melodyId, to } = input.body;
    const outcome = await createGift(tx, { accountId, melodyId, to, now, random, settings });
    return mapDone(outcome, ({ gift, balanceBefore, balanceAfter }) => ({
      gift: giftToWire(gift, timeZone),
      balance_before: toWire(balanceBefore),
      balance_after: toWire(balanceAfter),
      held: toWire(gift.price),
    }));
  },
);
