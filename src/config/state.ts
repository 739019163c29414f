import { join } from 'node:path';
import { isRecord, readJsonFile } from './json-file.ts';
import { type Processes, withLock } from './lock.ts';
import { replaceFile } from './write-file.ts';

const STATE_VERSION = 1;

/** Why a session is over, as far as this machine knows. */
export type SessionEnd = 'logged_out' | 'idle' | 'expired' | 'revoked';

/** Who of the staff a session belongs to (R16). */
export interface SessionMember {
  name: string;
  role: string;
  office: string;
}

/** What is remembered of the session of a profile. No token, no password, no full number: those are in the secret store. */
export interface SessionState {
  /** The only origin that the token is for. */
  server: string;
  /** Where the token is kept. */
  store: string;
  /** The number with its middle hidden, for people; of a member of the staff the login. */
  account: string;
  /** Absent in the session of a subscriber. */
  member?: SessionMember;
  /** RFC 3339, by the cabinet's clock; also tells one session from the next. */
  created_at: string;
  /** RFC 3339, by the cabinet's clock. */
  expires_at: string;
  /** R2: how long the session lives without an action. */
  idle_seconds: number;
  /** How long it lives however much it is used. */
  lifetime_seconds: number;
  /** RFC 3339, by this machine's clock, like `last_used_at`. */
  obtained_at: string;
  last_used_at: string;
  password_change_required: boolean;
  ended: SessionEnd | null;
}

/** The path of the volatile state. */
export function statePath(dataDir: string): string {
  return join(dataDir, 'state.json');
}

/** The session state of a profile; undefined when it has never logged in. @throws ConfigError */
export async function readSessionState(dataDir: string, profile: string): Promise<SessionState | undefined> {
  const states = await readSessionStates(dataDir);
  return Object.hasOwn(states, profile) ? states[profile] : undefined;
}

/**
 * Changes the session state of a profile on top of what is in the file at that moment; `change` answers with the new
 * state, or undefined to leave everything as it is, or null to forget the profile.
 * @throws ConfigError
 */
export async function updateSessionState(
  dataDir: string,
  profile: string,
  processes: Processes,
  change: (current: SessionState | undefined) => SessionState | null | undefined,
): Promise<void> {
  const file = statePath(dataDir);
  await withLock(file, processes, async () => {
    const sessions = { ...(await readSessionStates(dataDir)) };
    const next = change(sessions[profile]);
    if (next === undefined) return;
    if (next === null) delete sessions[profile];
    else sessions[profile] = next;
    await replaceFile(file, `${JSON.stringify({ version: STATE_VERSION, sessions }, null, 2)}\n`);
  });
}

/** The session states of all profiles. @throws ConfigError */
export async function readSessionStates(dataDir: string): Promise<Readonly<Record<string, SessionState>>> {
  const content = await readJsonFile(statePath(dataDir), STATE_VERSION);
  const sessions = content?.['sessions'];
  if (!isRecord(sessions)) return {};
  return Object.fromEntries(
    Object.entries(sessions).flatMap(([name, value]) => (isSessionState(value) ? [[name, value]] : [])),
  );
}

function isSessionState(value: unknown): value is SessionState {
  if (!isRecord(value)) return false;
  const numbers = ['idle_seconds', 'lifetime_seconds'].every((key) => typeof value[key] === 'number');
  const texts = [
    'server',
    'store',
    'account',
    'created_at',
    'expires_at',
    'obtained_at',
    'last_used_at',
  ].every((key) => typeof value[key] === 'string');
  return numbers && texts && (value['member'] === undefined || isMember(value['member']));
}

function isMember(value: unknown): value is SessionMember {
  return isRecord(value) && ['name', 'role', 'office'].every((key) => typeof value[key] === 'string');
}
