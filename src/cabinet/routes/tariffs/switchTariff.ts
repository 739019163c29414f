import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/period.ts';
import { mapDone } from '../../domain/outcome.ts';
import { switchTariff } from '../../domain/tariffs/switchTariff.ts';
import { mutation } from '../../http/route.ts';
import { named } from '../wire.ts';
import { tariffToWire } from './shape.ts';

export const switchTariffRoute = mutation(
  operations.switchTariff,
  async (tx, { input, subject, now, random, settings }) => {
    const { accountId, timeZone } = subject;
    const outcome = await switchTariff(tx, {
      accountId,
      tariffId: input.body.tariff,
      now,
      random,
      settings,
    });
    return mapDone(outcome, (switched) => ({
      from: { id: switched.from.tariff_id, name: named(switched.from) },
      to: tariffToWire(switched.to),
      switch_price: toWire(switched.to.switch_price),
      fee: toWire(switched.to.fee),
      total: toWire(switched.total),
      lost: switched.lost.map((bucket) => ({
        usage_type: bucket.usage_type,
        unit: bucket.unit,
        remaining: Number(bucket.remaining),
      })),
      balance_before: toWire(switched.balanceBefore),
      balance_after: toWire(switched.balanceAfter),
      switched_at: formatInstant(switched.switchedAt, timeZone),
      next_fee_at: formatInstant(switched.nextFeeAt, timeZone),
    }));
  },
);
