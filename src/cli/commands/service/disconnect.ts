import type { ReplyOf } from '../../../contract/operation.ts';
import { disconnectService } from '../../../contract/operations/services.ts';
import type { Context } from '../../context.ts';
import { mutate } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import type { Fields } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { nameCell } from './fields.ts';
import { chooseService } from './services.ts';
import type { serviceDisconnect } from './spec.ts';

export const run: Run<typeof serviceDisconnect> = async (context, { operands, yes, dryRun }) => {
  const service = await chooseService(context, operands.service, {
    question: 'service.which-disconnect',
    state: 'connected',
  });
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: disconnectService,
      schema: 'service-disconnect/1',
      input: { params: { service } },
      question: 'service.disconnect-question',
      before: (reply) => ({
        blocks: [show(reply, context)],
        notes: reply.service.fee_period === null ? [] : [{ key: 'service.not-returned' }],
      }),
      after: (reply) => ({ blocks: [show(reply, context)], notes: [{ key: 'service.next-list' }] }),
      check: `lisa service show ${service}`,
    },
  );
};

function show({ service }: ReplyOf<typeof disconnectService>, context: Context): Fields {
  return {
    kind: 'fields',
    rows: [
      { key: 'service', label: 'service.name', value: nameCell(service, context) },
      { key: 'state', label: 'service.state', value: cell.serviceState(service.state) },
    ],
  };
}
