import { disableMember } from '../../../../contract/operations/staff-members.ts';
import { mutate } from '../../../mutation.ts';
import { requireStaff } from '../../../session-owner.ts';
import type { Run } from '../../../spec.ts';
import { memberFields } from '../../../staff/members.ts';
import { askReason } from '../../../staff/reason.ts';
import type { memberDisable } from './spec.ts';

export const run: Run<typeof memberDisable> = async (context, { options, operands, yes, dryRun }) => {
  await requireStaff(context);
  const { login } = operands;
  const reason = await askReason(context, options.reason);
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: disableMember,
      schema: 'staff-member-disable/1',
      input: { params: { login }, body: { reason } },
      question: 'staff.member-disable-question',
      before: (member) => ({ blocks: [memberFields(member, context)] }),
      after: (member) => ({
        blocks: [memberFields(member, context)],
        notes: [{ key: 'staff.member-disabled', params: { login } }],
      }),
      check: `lisa staff member show ${login}`,
    },
  );
};
