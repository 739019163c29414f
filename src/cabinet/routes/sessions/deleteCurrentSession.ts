import { operations } from '../../../contract/index.ts';
import { endCurrentSession } from '../../domain/sessions/end.ts';
import { withToken } from '../../http/route.ts';

export const deleteCurrentSessionRoute = withToken(
  operations.deleteCurrentSession,
  (tx, { tokenHash, now }) => endCurrentSession(tx, tokenHash, now),
);
