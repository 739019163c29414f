import type { ReplyOf } from '../../../contract/operation.ts';
import { acceptOffer } from '../../../contract/operations/offers.ts';
import type { Context } from '../../context.ts';
import { mutate } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import type { Fields } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { balanceRows } from '../account/balance-rows.ts';
import { chooseOffer, packageRows } from './offers.ts';
import type { offerAccept } from './spec.ts';

export const run: Run<typeof offerAccept> = async (context, { operands, yes, dryRun }) => {
  const offer = await chooseOffer(context, operands.offer, {
    question: 'offer.which-accept',
    isChoice: ({ state }) => state === 'open',
  });
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: acceptOffer,
      schema: 'offer-accept/1',
      input: { params: { offer } },
      question: 'offer.accept-question',
      before: (reply) => ({ blocks: [show(reply, context)] }),
      after: (reply) => ({ blocks: [show(reply, context)], notes: [{ key: 'offer.next-balance' }] }),
      check: `lisa offer show ${offer}`,
    },
  );
};

function show(reply: ReplyOf<typeof acceptOffer>, context: Context): Fields {
  return {
    kind: 'fields',
    rows: [
      ...packageRows(reply.offer, context),
      { key: 'package_until', label: 'offer.package-until', value: cell.instant(reply.package_until) },
      ...balanceRows(reply),
    ],
  };
}
