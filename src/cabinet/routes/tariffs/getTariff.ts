import { operations } from '../../../contract/index.ts';
import { formatInstant } from '../../../shared/period.ts';
import { done } from '../../domain/outcome.ts';
import { getTariff } from '../../domain/tariffs/getTariff.ts';
import { read } from '../../http/route.ts';
import { instantOrNull } from '../wire.ts';
import { tariffToWire } from './shape.ts';

export const getTariffRoute = read(operations.getTariff, async (db, { subject, now, settings }) => {
  const { accountId, timeZone } = subject;
  const { line, tariff, switchNotBefore } = await getTariff(db, accountId, now, settings);
  return done({
    tariff: tariffToWire(tariff),
    since: formatInstant(line.tariff_since, timeZone),
    next_fee_at: instantOrNull(line.next_fee_at, timeZone),
    base_rates_since: instantOrNull(line.fee_unpaid_since, timeZone),
    switch_not_before: instantOrNull(switchNotBefore, timeZone),
  });
});
