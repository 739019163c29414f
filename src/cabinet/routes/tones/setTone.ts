import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/period.ts';
import { mapDone } from '../../domain/outcome.ts';
import { setTone } from '../../domain/tones/setTone.ts';
import { mutation } from '../../http/route.ts';
import { instantOrNull } from '../wire.ts';
import { minuteOf, settingToWire } from './settings-shape.ts';
import { melodyRef } from './shape.ts';

export const setToneRoute = mutation(
  operations.setTone,
  async (tx, { input, subject, now, random, settings }) => {
    const { accountId, timeZone } = subject;
    const { melody: melodyId, caller = null, from, to, renews = true } = input.body;
    const slot = { caller, minute_from: minuteOf(from), minute_to: minuteOf(to) };
    const outcome = await setTone(tx, { accountId, melodyId, slot, renews, now, random, settings });
    return mapDone(outcome, ({ setting, replaced, melody, price, connection, ...money }) => ({
      setting: settingToWire(setting),
      replaced: replaced && {
        melody: melodyRef(replaced.melody),
        renews: replaced.owned.renews,
        paid_until: formatInstant(replaced.owned.paid_until, timeZone),
      },
      price: toWire(price),
      paid_until: formatInstant(melody.paid_until, timeZone),
      renews: melody.renews,
      renewal_price: toWire(money.renewalPrice),
      tone_service: connection.service.state,
      connects_service: connection.connected,
      daily_fee: toWire(settings.toneDailyFee),
      next_fee_at: instantOrNull(connection.service.next_fee_at, timeZone),
      balance_before: toWire(money.balanceBefore),
      balance_after: toWire(money.balanceAfter),
    }));
  },
);
