import type { Settings } from '../../settings.ts';
import { findSession, type SessionRow } from '../../storage/sessions/reader.ts';
import { touchSession } from '../../storage/sessions/writer.ts';
import type { Store } from '../../storage/store.ts';
import { type SessionState, sessionState, TOUCH_EVERY_MS } from './rules.ts';

export type Resumed =
  | { state: 'live'; session: SessionRow }
  | { state: 'unknown' | Exclude<SessionState, 'live'> };

/** Finds the session of a token and, unless `passive`, records the action that prolongs it (R2). */
export async function resumeSession(
  store: Store,
  resume: { tokenHash: Buffer; passive: boolean; now: Date; settings: Settings },
): Promise<Resumed> {
  const { tokenHash, passive, now, settings } = resume;
  const session = await store.read((db) => findSession(db, tokenHash));
  if (!session) return { state: 'unknown' };
  const state = sessionState(session, now, settings);
  if (state !== 'live') return { state };
  if (!passive && now.getTime() - session.last_used_at.getTime() >= TOUCH_EVERY_MS) {
    await store.transact((tx) => touchSession(tx, tokenHash, now));
  }
  return { state, session };
}
