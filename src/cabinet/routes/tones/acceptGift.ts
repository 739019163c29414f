import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
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
    return mapDone(outcome, ({ gift, toneService, connected, paidUntil, setForEveryone }) => ({
      gift: giftToWire(gift, timeZone),
      tone_service: toneService,
      connects_service: connected,
      daily_fee: toWire(settings.toneDailyFee),
      paid_until: formatInstant(paidUntil, timeZone),
      set_for_everyone: setForEveryone,
    }));
  },
);
