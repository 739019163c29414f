import type { ReplyOf } from '../../../contract/operation.ts';
import { refuseGift } from '../../../contract/operations/gifts.ts';
import { mutate } from '../../mutation.ts';
import type { Fields } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { giftIdRow, giftRows } from './gift-fields.ts';
import { chooseGift } from './received.ts';
import type { toneRefuse } from './spec.ts';

export const run: Run<typeof toneRefuse> = async (context, { operands, yes, dryRun }) => {
  const gift = await chooseGift(context, operands.gift);
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: refuseGift,
      schema: 'tone-refuse/1',
      input: { params: { gift } },
      question: 'tone.refuse-question',
      before: (reply) => ({ blocks: [show(reply)] }),
      after: (reply) => ({ blocks: [show(reply)], notes: [{ key: 'tone.next-gifts' }] }),
      check: 'lisa tone gifts',
    },
  );

  function show(reply: ReplyOf<typeof refuseGift>): Fields {
    return { kind: 'fields', rows: [giftIdRow(reply.gift), ...giftRows(reply.gift, context.locale)] };
  }
};
