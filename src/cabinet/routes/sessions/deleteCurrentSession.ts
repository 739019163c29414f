import { operations } from '../../../contract/index.ts';
import { done } from '../../domain/outcome.ts';
import { withToken } from '../../http/route.ts';
import { endSession } from '../../storage/sessions/writer.ts';

export const deleteCurrentSessionRoute = withToken(
  operations.deleteCurrentSession,
  async (tx, { tokenHash, now }) => {
    await endSession(tx, tokenHash, now);
    return done(undefined);
  },
);
