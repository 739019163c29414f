import type { SessionMember } from '../config/state.ts';
import { deleteCurrentSession } from '../contract/operations/sessions.ts';
import { deleteStaffSession } from '../contract/operations/staff-sessions.ts';

/** The operation that ends a session: members of the staff have their own. */
export function endingOf(member: SessionMember | undefined) {
  return member === undefined ? deleteCurrentSession : deleteStaffSession;
}
