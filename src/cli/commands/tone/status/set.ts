import { listStatusMessages, setStatusMessage } from '../../../../contract/operations/tones.ts';
import { type Choosable, chooseOne } from '../../../choose.ts';
import type { Context } from '../../../context.ts';
import { mutate } from '../../../mutation.ts';
import type { Run } from '../../../spec.ts';
import { type CurrentStatus, statusFields } from './fields.ts';
import type { toneStatusSet } from './spec.ts';

export const run: Run<typeof toneStatusSet> = async (context, { operands, options, yes, dryRun }) => {
  const { minutes } = options;
  const message = await chooseOne(context, {
    word: operands.status,
    operand: 'STATUS',
    question: 'tone.which-status',
    list: () => choices(context),
  });
  const show = ({ current }: { current: CurrentStatus }) => statusFields(current, context.locale);
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: setStatusMessage,
      schema: 'tone-status-set/1',
      input: { body: { message, ...(minutes !== undefined && { minutes }) } },
      question: 'tone.status-question',
      before: (reply) => ({ blocks: [show(reply)], notes: paused(reply) }),
      after: (reply) => ({ blocks: [show(reply)], notes: [...paused(reply), { key: 'tone.next-clear' }] }),
      check: 'lisa tone status list',
    },
  );
};

function paused({ tone_service }: { tone_service: 'active' | 'paused' }) {
  return tone_service === 'paused' ? [{ key: 'tone.status-paused' as const }] : [];
}

async function choices(context: Context): Promise<Choosable[]> {
  const { locale } = context;
  const client = await context.client();
  const { items } = await client.call(listStatusMessages, {});
  return items.map(({ id, name, text }) => ({
    id,
    names: [name.ru, name.en],
    line: `${name[locale]} · ${text[locale]}`,
  }));
}
