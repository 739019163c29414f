import { resetMember } from '../../../../contract/operations/staff-members.ts';
import { mutate } from '../../../mutation.ts';
import { requireStaff } from '../../../session-owner.ts';
import type { Run } from '../../../spec.ts';
import { memberFields, showInvitation } from '../../../staff/members.ts';
import { askReason } from '../../../staff/reason.ts';
import { newReplyKey, PASSWORD_OF_SLIP } from '../../../staff/reply-key.ts';
import type { memberReset } from './spec.ts';

export const run: Run<typeof memberReset> = async (context, { options, operands, yes, dryRun }) => {
  await requireStaff(context);
  const { login } = operands;
  const reason = await askReason(context, options.reason);
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: resetMember,
      schema: 'staff-member-reset/1',
      input: { params: { login }, body: { reason, reply_key: newReplyKey(context) } },
      question: 'staff.member-reset-question',
      before: (invitation) => ({
        blocks: [memberFields(invitation, context)],
        notes: [{ key: 'staff.member-reset-ends' }],
      }),
      after: (invitation) => showInvitation(invitation, context),
      madeByDeed: PASSWORD_OF_SLIP,
      check: `lisa staff member show ${login}`,
      checkHint: 'staff.member-unknown-hint',
    },
  );
};
