import { operations } from '../../../contract/index.ts';
import { formatInstant } from '../../../shared/period.ts';
import { mapDone } from '../../domain/outcome.ts';
import { changeStaffPassword } from '../../domain/staff/changePassword.ts';
import { staff } from '../../http/route.ts';

export const changeStaffPasswordRoute = staff(operations.changeStaffPassword, async (tx, call) => {
  const { input, member, dryRun, now, random, settings, concerns } = call;
  const { login, tokenHash, timeZone } = member;
  const { current_password: current, code, new_password: wanted } = input.body;
  concerns(`member:${login}`);
  const change = { login, current, code, wanted, tokenHash, dryRun, now, random, settings };
  return mapDone(await changeStaffPassword(tx, change), ({ changedAt, sessionsEnded }) => ({
    changed_at: formatInstant(changedAt, timeZone),
    sessions_ended: sessionsEnded,
  }));
});
