import type { ReplyOf } from '../../../contract/operation.ts';
import { createGift } from '../../../contract/operations/gifts.ts';
import type { Context } from '../../context.ts';
import { InputNeeded } from '../../errors.ts';
import { mutate } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import type { Fields } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { readMsisdn } from '../../values.ts';
import { balanceRows } from '../account/balance-rows.ts';
import { giftIdRow, giftRows } from './gift-fields.ts';
import { chooseMelody } from './melodies.ts';
import type { toneGift } from './spec.ts';

export const run: Run<typeof toneGift> = async (context, { operands, options, yes, dryRun }) => {
  const melody = await chooseMelody(context, operands.melody);
  const to = options.to ?? (await askNumber(context));
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: createGift,
      schema: 'tone-gift/1',
      input: { body: { melody, to } },
      question: 'tone.gift-question',
      before: (reply) => ({
        blocks: [{ kind: 'fields', rows: rows(reply, context) }],
        notes: [{ key: 'tone.gift-warning' }],
      }),
      after: (reply) => ({
        blocks: [{ kind: 'fields', rows: [giftIdRow(reply.gift), ...rows(reply, context)] }],
        notes: [{ key: 'tone.next-gifts' }],
      }),
      check: 'lisa tone gifts',
    },
  );
};

function rows(reply: ReplyOf<typeof createGift>, { locale }: Context): Fields['rows'] {
  return [
    ...giftRows(reply.gift, locale),
    ...balanceRows(reply),
    { key: 'held', label: 'field.held', value: cell.money(reply.held) },
  ];
}

async function askNumber(context: Context): Promise<string> {
  const question = context.t('tone.which-number');
  if (!context.interactive) throw new InputNeeded(question, '--to');
  const prompts = await context.prompts();
  return readMsisdn(await prompts.input(question, '--to'));
}
