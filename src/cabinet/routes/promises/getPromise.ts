import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
import { DAY_MS } from '../../../shared/period.ts';
import { done } from '../../domain/outcome.ts';
import { getPromise } from '../../domain/promises/getPromise.ts';
import { read } from '../../http/route.ts';
import { instantOrNull } from '../wire.ts';
import { promiseOrNull } from './shape.ts';

export const getPromiseRoute = read(operations.getPromise, async (db, { subject, now, settings }) => {
  const { accountId, timeZone } = subject;
  const { open, options, notBefore } = await getPromise(db, accountId, now, settings);
  return done({
    open: promiseOrNull(open, timeZone),
    options: options.map(({ amount, fee }) => ({ amount: toWire(amount), fee: toWire(fee) })),
    days: Math.max(1, Math.round(settings.promiseMs / DAY_MS)),
    not_before: instantOrNull(notBefore, timeZone),
  });
});
