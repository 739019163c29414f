import { operations } from '../../../contract/index.ts';
import { fromWire, toWire } from '../../../shared/money.ts';
import { spendBonus } from '../../domain/bonus/spendBonus.ts';
import { mapDone } from '../../domain/outcome.ts';
import { mutation } from '../../http/route.ts';

export const spendBonusRoute = mutation(
  operations.spendBonus,
  async (tx, { input, subject, now, random, settings }) => {
    const { accountId } = subject;
    const amount = fromWire(input.body.amount);
    const outcome = await spendBonus(tx, { accountId, amount, now, random, settings });
    return mapDone(outcome, (spending) => ({
      spent: toWire(spending.spent),
      bonus_before: toWire(spending.bonusBefore),
      bonus_after: toWire(spending.bonusAfter),
      balance_before: toWire(spending.balanceBefore),
      fees_taken: toWire(spending.feesTaken),
      balance_after: toWire(spending.balanceAfter),
    }));
  },
);
