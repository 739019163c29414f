import { assert } from '../../../shared/assert.ts';
import type { Reader } from '../../storage/schema.ts';
import { findSession, type SessionRow } from '../../storage/sessions/reader.ts';

/** The session of a token that was let in. */
export async function currentSession(db: Reader, tokenHash: Buffer): Promise<SessionRow> {
  const session = await findSession(db, tokenHash);
  assert(session, 'a session that was let in exists');
  return session;
}
