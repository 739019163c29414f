import type { ReplyOf } from '../../../../contract/operation.ts';
import { clearStatusMessage } from '../../../../contract/operations/tones.ts';
import { mutate } from '../../../mutation.ts';
import { cell } from '../../../render/cells.ts';
import type { Fields } from '../../../render/result.ts';
import type { Run } from '../../../spec.ts';
import { statusFields } from './fields.ts';
import type { toneStatusClear } from './spec.ts';

export const run: Run<typeof toneStatusClear> = (context, { yes, dryRun }) => {
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: clearStatusMessage,
      schema: 'tone-status-clear/1',
      input: {},
      question: 'tone.clear-question',
      before: (reply) => ({ blocks: [show(reply)] }),
      after: (reply) => ({
        blocks: [show(reply)],
        notes: [...(reply.cleared ? [{ key: 'tone.cleared' } as const] : []), { key: 'tone.next-status' }],
      }),
      check: 'lisa tone status list',
    },
  );

  /** What was cleared; of nothing, one row that says so. */
  function show({ cleared }: ReplyOf<typeof clearStatusMessage>): Fields {
    if (cleared) return statusFields(cleared, context.locale);
    return { kind: 'fields', rows: [{ key: 'status', label: 'tone.status-message', value: cell.none }] };
  }
};
