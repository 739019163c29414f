import type { Processes } from '../config/lock.ts';
import {
  readSessionState,
  type SessionEnd,
  type SessionMember,
  type SessionState,
  updateSessionState,
} from '../config/state.ts';
import { formatMsisdn } from '../shared/msisdn.ts';
import type { SecretStore } from './secret-store.ts';

/** Where the session of one profile is kept: its secret in a store, what is not secret in the state file. */
export interface SessionPlace {
  profile: string;
  origin: string;
  store: SecretStore;
  dataDir: string;
  processes: Processes;
}

/** What the cabinet says about a new session. */
export interface NewSession {
  token: string;
  /** What is shown of its owner: a number with its middle hidden, the login of a member. */
  account: string;
  /** Whose session it is, when it is a member's of the staff. */
  member?: SessionMember;
  created_at: string;
  expires_at: string;
  idle_expires_at: string;
  password_change_required: boolean;
}

/**
 * Keeps a new session in the place of any other.
 * @throws SecretStoreError, ConfigError
 */
export async function keepSession(
  place: SessionPlace,
  login: string,
  session: NewSession,
  now: Date,
): Promise<SessionState> {
  const { profile, origin, store } = place;
  const state: SessionState = {
    server: origin,
    store: store.name,
    account: session.account,
    ...(session.member === undefined ? {} : { member: session.member }),
    created_at: session.created_at,
    expires_at: session.expires_at,
    idle_seconds: secondsBetween(session.created_at, session.idle_expires_at),
    lifetime_seconds: secondsBetween(session.created_at, session.expires_at),
    obtained_at: now.toISOString(),
    last_used_at: now.toISOString(),
    password_change_required: session.password_change_required,
    ended: null,
  };
  await store.set(profile, { origin, login, token: session.token });
  await updateSessionState(place.dataDir, profile, place.processes, () => state);
  return state;
}

/**
 * Takes the token out of the store and keeps the login to ask again for, unless another run has replaced the session.
 * @throws SecretStoreError, ConfigError
 */
export async function endSession(place: SessionPlace, session: SessionState, why: SessionEnd): Promise<void> {
  const current = await readSessionState(place.dataDir, place.profile);
  if (current !== undefined && current.created_at !== session.created_at) return;
  const secret = await place.store.get(place.profile, place.origin);
  if (secret?.token !== undefined) {
    await place.store.set(place.profile, { origin: secret.origin, login: secret.login });
  }
  await changeState(place, session, { ended: why });
}

/** The state of a profile that has logged out: nothing is left to ask again for. @throws ConfigError */
export async function forgetSession(place: SessionPlace, session: SessionState): Promise<void> {
  await changeState(place, session, { ended: 'logged_out' });
}

/** Remembers that the session was used, for the idle limit by our own clock. Failing to write is no failure of a command. */
export async function touchSession(place: SessionPlace, session: SessionState, now: Date): Promise<void> {
  await changeState(place, session, { last_used_at: now.toISOString() }).catch(() => {});
}

/** Notes that the password is changed: the session goes on (R2). @throws ConfigError */
export async function notePasswordChanged(place: SessionPlace, session: SessionState): Promise<void> {
  await changeState(place, session, { password_change_required: false });
}

async function changeState(
  { dataDir, profile, processes }: SessionPlace,
  session: SessionState,
  change: Partial<SessionState>,
): Promise<void> {
  await updateSessionState(dataDir, profile, processes, (current) =>
    current?.created_at === session.created_at ? { ...current, ...change } : undefined,
  );
}

/**
 * R2 by this machine's clock, as a courtesy: the cabinet decides. A clock that went backwards counts as idle too long.
 * @returns milliseconds left; 0 when the session is idle
 */
export function idleLeftMs(session: SessionState, now: Date): number {
  const idle = now.getTime() - Date.parse(session.last_used_at);
  const left = session.idle_seconds * 1000 - idle;
  return idle < -CLOCK_TOLERANCE_MS ? 0 : Math.max(0, Math.min(left, session.idle_seconds * 1000));
}

/** R2: the longest time of a session, by this machine's clock, so that its distance to the cabinet's does not matter. */
export function isExpired(session: SessionState, now: Date): boolean {
  return now.getTime() - Date.parse(session.obtained_at) >= session.lifetime_seconds * 1000;
}

const CLOCK_TOLERANCE_MS = 60_000;

/** «900 ***-**-67»: enough for its owner, too little for anybody else. */
export function maskMsisdn(msisdn: string): string {
  const [code = '', rest = ''] = formatMsisdn(msisdn).split(' ');
  return rest === '' ? '***' : `${code} ***-**-${rest.slice(-2)}`;
}

function secondsBetween(from: string, to: string): number {
  return Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}
