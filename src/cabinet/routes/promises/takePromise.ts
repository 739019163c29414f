import { operations } from '../../../contract/index.ts';
import { fromWire, toWire } from '../../../shared/money.ts';
import { mapDone } from '../../domain/outcome.ts';
import { takePromise } from '../../domain/promises/takePromise.ts';
import { mutation } from '../../http/route.ts';
import { promiseToWire } from './shape.ts';

export const takePromiseRoute = mutation(
  operations.takePromise,
  async (tx, { input, subject, now, random, settings }) => {
    const { accountId, timeZone } = subject;
    const amount = fromWire(input.body.amount);
    const outcome = await takePromise(tx, { accountId, amount, now, random, settings });
    return mapDone(outcome, (taken) => ({
      promise: promiseToWire(taken.promise, timeZone),
      balance_before: toWire(taken.balanceBefore),
      fees_taken: toWire(taken.feesTaken),
      balance_after: toWire(taken.balanceAfter),
    }));
  },
);
