import type { Static } from 'typebox';
import type { Session } from '../../../contract/operations/sessions.ts';
import { formatInstant } from '../../../shared/period.ts';
import { idleEnd } from '../../domain/sessions/rules.ts';
import type { Settings } from '../../settings.ts';
import type { SessionRow } from '../../storage/sessions/reader.ts';

/** A session as its owner sees it, in the calendar of the line's region. */
export function sessionToWire(session: SessionRow, now: Date, settings: Settings): Static<typeof Session> {
  const instant = (at: Date) => formatInstant(at, session.time_zone);
  return {
    account_id: String(session.account_id),
    msisdn: session.msisdn,
    created_at: instant(session.created_at),
    idle_expires_at: instant(idleEnd(session, settings)),
    expires_at: instant(session.expires_at),
    password_change_required: session.change_required,
    as_of: instant(now),
  };
}
