import { requireStaff } from '../../session-owner.ts';
import type { Run } from '../../spec.ts';
import { reissue } from '../../staff/reissue.ts';
import type { staffReset } from './spec.ts';

export const run: Run<typeof staffReset> = async (context, { options, operands, yes, dryRun }) => {
  await requireStaff(context);
  return reissue(context, { yes, dryRun }, { ...options, login: operands.login, schema: 'staff-reset/1' });
};
