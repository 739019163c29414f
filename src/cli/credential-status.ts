import { idleLeftMs, isExpired, maskMsisdn } from '../auth/session.ts';
import type { Client } from '../client/client.ts';
import { CabinetError, TransportError } from '../client/errors.ts';
import type { SessionMember, SessionState } from '../config/state.ts';
import { getCurrentSession } from '../contract/operations/sessions.ts';
import { getStaffSession } from '../contract/operations/staff-sessions.ts';
import { openClient } from './connect.ts';
import type { Context } from './context.ts';
import { findSession } from './session.ts';
import { endOf } from './session-end.ts';
import { isStaffToken } from './session-owner.ts';

/** `unknown`: a given token, and no cabinet that could be asked about it. */
export type CredentialState =
  | 'never_logged_in'
  | 'active'
  | 'idle'
  | 'expired'
  | 'revoked'
  | 'password_change_required'
  | 'enrolment_required'
  | 'unknown';

/** What would be used to talk to the cabinet, and whether it still works. */
export interface CredentialStatus {
  state: CredentialState;
  source: 'environment' | 'store' | 'none';
  /** `LISA_TOKEN`, or where the token is kept. */
  place: string | null;
  /** A masked number, or the login of a member of the staff. */
  account: string | null;
  /** Who of the staff it is; null for a subscriber. */
  member: SessionMember | null;
  idleLeftSeconds: number | null;
  /** RFC 3339. */
  expiresAt: string | null;
  lastUsedAt: string | null;
}

const NOTHING: CredentialStatus = {
  state: 'never_logged_in',
  source: 'none',
  place: null,
  account: null,
  member: null,
  idleLeftSeconds: null,
  expiresAt: null,
  lastUsedAt: null,
};

/**
 * Asks nobody for a password and never opens the keychain: a stored session is told from what is remembered of it. Only
 * about a given token the cabinet is asked, for 5 s at most.
 */
export async function credentialStatus(context: Context): Promise<CredentialStatus> {
  const { token, server } = await context.config();
  if (token !== undefined) return givenToken(context, server.value, token);
  const session = await findSession(context, { mayAsk: false });
  if (session === undefined) return NOTHING;
  const { place, state } = session;
  const now = context.host.clock.now();
  const over = stateOf(state, now);
  return {
    state: over,
    source: 'store',
    place: place.store.describe(place.profile),
    account: state.account,
    member: state.member ?? null,
    idleLeftSeconds: over === 'active' ? Math.floor(idleLeftMs(state, now) / 1000) : 0,
    expiresAt: state.expires_at,
    lastUsedAt: state.last_used_at,
  };
}

function stateOf(state: SessionState, now: Date): CredentialState {
  if (state.ended !== null && state.ended !== 'logged_out') return state.ended;
  if (isExpired(state, now)) return 'expired';
  if (idleLeftMs(state, now) === 0) return 'idle';
  return state.password_change_required ? 'password_change_required' : 'active';
}

const MOST_WAIT_MS = 5_000;

async function givenToken(
  context: Context,
  server: string | undefined,
  token: string,
): Promise<CredentialStatus> {
  const known: CredentialStatus = {
    ...NOTHING,
    source: 'environment',
    place: 'LISA_TOKEN',
    state: 'unknown',
  };
  if (server === undefined) return known;
  try {
    const client = await openClient(context, server, async () => token, { mostMs: MOST_WAIT_MS });
    return { ...known, ...(await (isStaffToken(token) ? memberOf(client) : subscriberOf(client))) };
  } catch (error) {
    if (error instanceof CabinetError || error instanceof TransportError)
      return { ...known, state: endOf(error) ?? 'unknown' };
    throw error;
  }
}

async function subscriberOf(client: Client): Promise<Partial<CredentialStatus>> {
  const session = await client.call(getCurrentSession, {});
  return {
    ...timesOf(session),
    state: session.password_change_required ? 'password_change_required' : 'active',
    account: maskMsisdn(session.msisdn),
  };
}

async function memberOf(client: Client): Promise<Partial<CredentialStatus>> {
  const session = await client.call(getStaffSession, {});
  const { login, name, role, office } = session;
  return {
    ...timesOf(session),
    state: session.enrolment_required ? 'enrolment_required' : 'active',
    account: login,
    member: { name, role, office },
  };
}

/** All three by the cabinet's clock. */
function timesOf(session: { idle_expires_at: string; expires_at: string; as_of: string }) {
  const left = Date.parse(session.idle_expires_at) - Date.parse(session.as_of);
  return { idleLeftSeconds: Math.max(0, Math.floor(left / 1000)), expiresAt: session.expires_at };
}
