import type { ReplyOf } from '../../../contract/operation.ts';
import { getPromise, takePromise } from '../../../contract/operations/promises.ts';
import { fromWire, toWire, type WireMoney } from '../../../shared/money.ts';
import { type Choosable, chooseOne } from '../../choose.ts';
import type { Context } from '../../context.ts';
import { mutate } from '../../mutation.ts';
import { formatMoney } from '../../render/format.ts';
import type { Fields } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { readAskedAmount } from '../../values.ts';
import { balanceRows } from '../account/balance-rows.ts';
import { dueNote, promiseRows } from './fields.ts';
import type { promiseTake } from './spec.ts';

export const run: Run<typeof promiseTake> = async (context, { operands, yes, dryRun }) => {
  const amount = readAskedAmount(operands.amount ?? (await chooseAmount(context)));
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: takePromise,
      schema: 'promise-take/1',
      input: { body: { amount: toWire(amount) } },
      question: 'promise.take-question',
      before: (reply) => ({ blocks: [fields(reply)], notes: [dueNote(reply.promise, context)] }),
      after: (reply) => ({ blocks: [fields(reply)], notes: [dueNote(reply.promise, context)] }),
      check: 'lisa promise show',
    },
  );
};

function chooseAmount(context: Context): Promise<string> {
  const shown = (money: WireMoney) => formatMoney(fromWire(money), context.locale);
  const list = async (): Promise<Choosable[]> => {
    const client = await context.client();
    const { options } = await client.call(getPromise, {});
    return options.map(({ amount, fee }) => ({
      id: amount.amount,
      names: [],
      line: context.t('promise.option', { amount: shown(amount), fee: shown(fee) }),
    }));
  };
  return chooseOne(context, { word: undefined, operand: 'AMOUNT', question: 'promise.which', list });
}

function fields(reply: ReplyOf<typeof takePromise>): Fields {
  return { kind: 'fields', rows: [...promiseRows(reply.promise), ...balanceRows(reply)] };
}
