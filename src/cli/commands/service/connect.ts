import type { ReplyOf } from '../../../contract/operation.ts';
import { connectService } from '../../../contract/operations/services.ts';
import type { Context } from '../../context.ts';
import { mutate } from '../../mutation.ts';
import { cell } from '../../render/cells.ts';
import type { Fields } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { balanceRows } from '../account/balance-rows.ts';
import { feeRows, nameCell } from './fields.ts';
import { chooseService } from './services.ts';
import type { serviceConnect } from './spec.ts';

export const run: Run<typeof serviceConnect> = async (context, { operands, yes, dryRun }) => {
  const service = await chooseService(context, operands.service, {
    question: 'service.which-connect',
    state: 'available',
  });
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: connectService,
      schema: 'service-connect/1',
      input: { params: { service } },
      question: 'service.connect-question',
      before: (reply) => ({ blocks: [show(reply, context, 'field.total')] }),
      after: (reply) => ({
        blocks: [show(reply, context, 'field.taken')],
        notes: [{ key: 'service.next-list' }],
      }),
      check: `lisa service show ${service}`,
    },
  );
};

function show(
  reply: ReplyOf<typeof connectService>,
  context: Context,
  total: 'field.total' | 'field.taken',
): Fields {
  return {
    kind: 'fields',
    rows: [
      { key: 'service', label: 'service.name', value: nameCell(reply.service, context) },
      ...feeRows(reply.service),
      { key: 'total', label: total, value: cell.money(reply.total) },
      ...balanceRows(reply),
    ],
  };
}
