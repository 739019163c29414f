import type { ReplyOf } from '../../../contract/operation.ts';
import { acceptGift } from '../../../contract/operations/tones.ts';
import { mutate } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import type { Fields } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { giftIdRow, giftRows } from './gift-fields.ts';
import { chooseGift } from './received.ts';
import type { toneAccept } from './spec.ts';

export const run: Run<typeof toneAccept> = async (context, { operands, yes, dryRun }) => {
  const gift = await chooseGift(context, operands.gift);
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: acceptGift,
      schema: 'tone-accept/1',
      input: { params: { gift } },
      question: 'tone.accept-question',
      before: (reply) => ({ blocks: [show(reply)], notes: [{ key: 'tone.accept-warning' }] }),
      after: (reply) => ({ blocks: [show(reply)], notes: [{ key: 'tone.next-gifts' }] }),
      check: 'lisa tone gifts',
    },
  );

  function show(reply: ReplyOf<typeof acceptGift>): Fields {
    return {
      kind: 'fields',
      rows: [
        giftIdRow(reply.gift),
        ...giftRows(reply.gift, context.locale),
        { key: 'tone_service', label: 'field.tone-service', value: cell.toneService(reply.tone_service) },
        { key: 'paid_until', label: 'field.paid-until', value: cell.instant(reply.paid_until) },
      ],
    };
  }
};
