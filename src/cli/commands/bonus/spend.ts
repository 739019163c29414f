import type { ReplyOf } from '../../../contract/operation.ts';
import { spendBonus } from '../../../contract/operations/bonus.ts';
import { toWire } from '../../../shared/money.ts';
import { mutate } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import type { Fields } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { readAskedAmount } from '../../values.ts';
import { balanceRows } from '../account/balance-rows.ts';
import type { bonusSpend } from './spec.ts';

export const run: Run<typeof bonusSpend> = (context, { operands, yes, dryRun }) =>
  mutate(
    context,
    { yes, dryRun },
    {
      operation: spendBonus,
      schema: 'bonus-spend/1',
      input: { body: { amount: toWire(readAskedAmount(operands.amount)) } },
      question: 'bonus.spend-question',
      before: (reply) => ({ blocks: [fields(reply)] }),
      after: (reply) => ({ blocks: [fields(reply)], notes: [{ key: 'bonus.next-show' }] }),
      check: 'lisa bonus history',
    },
  );

function fields(reply: ReplyOf<typeof spendBonus>): Fields {
  return {
    kind: 'fields',
    rows: [
      { key: 'spent', label: 'bonus.spent', value: cell.money(reply.spent) },
      { key: 'bonus_before', label: 'bonus.before', value: cell.money(reply.bonus_before) },
      { key: 'bonus_after', label: 'bonus.after', value: cell.money(reply.bonus_after) },
      ...balanceRows(reply),
    ],
  };
}
