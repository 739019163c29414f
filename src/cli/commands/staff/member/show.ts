import { getMember } from '../../../../contract/operations/staff-members.ts';
import { requireStaff } from '../../../session-owner.ts';
import type { Run } from '../../../spec.ts';
import { memberFields } from '../../../staff/members.ts';
import type { memberShow } from './spec.ts';

export const run: Run<typeof memberShow> = async (context, { operands }) => {
  await requireStaff(context);
  const client = await context.client();
  const member = await client.call(getMember, { params: { login: operands.login } });
  return {
    json: { schema: 'staff-member-show/1', ...member },
    blocks: [memberFields(member, context)],
  };
};
