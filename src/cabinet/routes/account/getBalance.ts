import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
import { formatInstant } from '../../../shared/period.ts';
import { getBalance } from '../../domain/account/getBalance.ts';
import { done } from '../../domain/outcome.ts';
import { read } from '../../http/route.ts';
import { promiseOrNull } from '../promises/shape.ts';
import { instantOrNull, named } from '../wire.ts';

export const getBalanceRoute = read(operations.getBalance, async (db, { subject, now }) => {
  const { accountId, timeZone } = subject;
  const found = await getBalance(db, accountId, now);
  const { line, state, balances, tariff, remains } = found;
  return done({
    account_id: accountId.toString(),
    msisdn: line.msisdn,
    balance: toWire(balances.wallet),
    held: toWire(balances.hold),
    state,
    tariff: { id: tariff.tariff_id, name: named(tariff) },
    base_rates_since: instantOrNull(found.baseRatesSince, timeZone),
    promise: promiseOrNull(found.promise, timeZone),
    remains: remains.map((bucket) => ({
      usage_type: bucket.usage_type,
      unit: bucket.unit,
      remaining: Number(bucket.remaining),
      initial: Number(bucket.initial),
      valid_until: instantOrNull(bucket.valid_until, timeZone),
    })),
    as_of: formatInstant(now, timeZone),
  });
});
