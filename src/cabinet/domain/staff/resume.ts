import type { Settings } from '../../settings.ts';
import { findStaffSession, type StaffSessionRow } from '../../storage/staff/reader.ts';
import { touchStaffSession } from '../../storage/staff/sessions.ts';
import type { Store } from '../../storage/store.ts';
import { type SessionState, sessionState, TOUCH_EVERY_MS } from '../sessions/rules.ts';

export type ResumedStaff =
  | { state: 'live'; session: StaffSessionRow }
  | { state: 'unknown' | Exclude<SessionState, 'live'> };

/** Finds the session of a member's token and, unless `passive`, records the action that prolongs it (R2). */
export async function resumeStaffSession(
  store: Store,
  resume: { tokenHash: Buffer; passive: boolean; now: Date; settings: Settings },
): Promise<ResumedStaff> {
  const { tokenHash, passive, now, settings } = resume;
  const session = await store.read((db) => findStaffSession(db, tokenHash));
  if (!session) return { state: 'unknown' };
  const state = sessionState(session, now, settings);
  if (state !== 'live') return { state };
  if (!passive && now.getTime() - session.last_used_at.getTime() >= TOUCH_EVERY_MS) {
    await store.transact((tx) => touchStaffSession(tx, tokenHash, now));
  }
  return { state, session };
}
