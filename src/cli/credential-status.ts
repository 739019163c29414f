import { idleLeftMs, isExpired, maskMsisdn } from '../auth/session.ts';
import { CabinetError, TransportError } from '../client/errors.ts';
import type { SessionState } from '../config/state.ts';
import { getCurrentSession } from '../contract/operations/sessions.ts';
import { openClient } from './connect.ts';
import type { Context } from './context.ts';
import { findSession } from './session.ts';
import { endOf } from './session-end.ts';

/** `unknown`: a given token, and no cabinet that could be asked about it. */
export type CredentialState =
  | 'never_logged_in'
  | 'active'
  | 'idle'
  | 'expired'
  | 'revoked'
  | 'password_change_required'
  | 'unknown';

/** What would be used to talk to the cabinet, and whether it still works. */
export interface CredentialStatus {
  state: CredentialState;
  source: 'environment' | 'store' | 'none';
  /** `LISA_TOKEN`, or where the token is kept. */
  place: string | null;
  /** Masked. */
  account: string | null;
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
    const client = await openClient(context, server, async () => token, MOST_WAIT_MS);
    const session = await client.call(getCurrentSession, {});
    const left = Date.parse(session.idle_expires_at) - Date.parse(session.as_of);
    return {
      ...known,
      state: session.password_change_required ? 'password_change_required' : 'active',
      account: maskMsisdn(session.msisdn),
      idleLeftSeconds: Math.max(0, Math.floor(left / 1000)),
      expiresAt: session.expires_at,
    };
  } catch (error) {
    if (error instanceof CabinetError || error instanceof TransportError)
      return { ...known, state: endOf(error) ?? 'unknown' };
    throw error;
  }
}
