import type { ReplyOf } from '../../../contract/operation.ts';
import { acceptGift } from '../../../contract/operations/gifts.ts';
import { fromWire } from '../../../shared/money.ts';
import { mutate } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import { formatDateTime, formatMoney } from '../../render/format.ts';
import type { Fields, Note } from '../../render/result.ts';
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
      before: (reply) => ({ blocks: [show(reply)], notes: whatFollows(reply) }),
      after: (reply) => ({ blocks: [show(reply)], notes: [...whatFollows(reply), ...whatNext(reply)] }),
      check: 'lisa tone gifts',
    },
  );

  function whatFollows(reply: ReplyOf<typeof acceptGift>): Note[] {
    const fee = formatMoney(fromWire(reply.daily_fee), context.locale);
    return [
      ...(reply.connects_service ? [{ key: 'tone.accept-connects' as const, params: { fee } }] : []),
      ...(reply.tone_service === 'paused' ? [{ key: 'tone.accept-paused' as const }] : []),
      ...(reply.set_for_everyone ? [{ key: 'tone.accept-plays' as const }] : []),
    ];
  }

  function whatNext(reply: ReplyOf<typeof acceptGift>): Note[] {
    const { id } = reply.gift.melody;
    const date = formatDateTime(reply.paid_until, context.locale);
    return [
      ...(reply.set_for_everyone ? [] : [{ key: 'tone.accept-kept' as const, params: { id } }]),
      { key: 'tone.accept-renew', params: { id, date } },
    ];
  }

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
