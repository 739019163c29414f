import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { endCurrentStaffSession } from '../../domain/staff/end.ts';
import { withToken } from '../../http/route.ts';

export const deleteStaffSessionRoute = withToken(
  operations.deleteStaffSession,
  async (tx, { tokenHash, now, trail }) => {
    const member = await endCurrentStaffSession(tx, tokenHash, now);
    if (member) {
      const subject = `member:${member.login}`;
      await trail.append(tx, { member, subject, reason: null, result: 'done', dryRun: false });
    }
    return done(undefined);
  },
);
