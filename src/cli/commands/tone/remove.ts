import type { ReplyOf } from '../../../contract/operation.ts';
import { removeTone } from '../../../contract/operations/tones.ts';
import { mutate } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import { formatDateTime } from '../../render/format.ts';
import type { Fields, Note } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { renewsCell, settingIdRow, settingRows } from './setting-fields.ts';
import { chooseSetting } from './settings.ts';
import type { toneRemove } from './spec.ts';

type Reply = ReplyOf<typeof removeTone>;

export const run: Run<typeof toneRemove> = async (context, { operands, yes, dryRun }) => {
  const setting = await chooseSetting(context, operands.setting);
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: removeTone,
      schema: 'tone-remove/1',
      input: { params: { setting } },
      question: 'tone.remove-question',
      before: (reply) => ({ blocks: [show(reply)], notes: [whatFollows(reply)] }),
      after: (reply) => ({ blocks: [show(reply)], notes: [{ key: 'tone.next-list' }] }),
      check: 'lisa tone list',
    },
  );

  function show(reply: Reply): Fields {
    return {
      kind: 'fields',
      rows: [
        settingIdRow(reply.setting),
        ...settingRows(reply.setting, context.locale),
        { key: 'paid_until', label: 'field.paid-until', value: cell.instant(reply.paid_until) },
        { key: 'renews', label: 'tone.renews', value: renewsCell(reply.renews) },
      ],
    };
  }

  function whatFollows({ renews, paid_until }: Reply): Note {
    if (renews) return { key: 'tone.remove-renews' };
    return { key: 'tone.remove-stops', params: { date: formatDateTime(paid_until, context.locale) } };
  }
};
