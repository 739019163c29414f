import { operations } from '../../../contract/index.ts';
import { formatInstant } from '../../../shared/period.ts';
import { mapDone } from '../../domain/outcome.ts';
import { changePassword } from '../../domain/password/change.ts';
import { mutation } from '../../http/route.ts';

export const changePasswordRoute = mutation(
  operations.changePassword,
  async (tx, { input, subject, dryRun, now, random, settings }) => {
    const { accountId, tokenHash, timeZone } = subject;
    const { current_password: current, new_password: wanted } = input.body;
    const change = { accountId, current, wanted, tokenHash, dryRun, now, random, settings };
    return mapDone(await changePassword(tx, change), ({ changedAt, sessionsEnded }) => ({
      changed_at: formatInstant(changedAt, timeZone),
      sessions_ended: sessionsEnded,
    }));
  },
);
