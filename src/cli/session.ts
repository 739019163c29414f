import type { Secret } from '../auth/secret-store.ts';
import { keepSession, maskMsisdn, type NewSession, type SessionPlace } from '../auth/session.ts';
import type { Client } from '../client/client.ts';
import { CabinetError } from '../client/errors.ts';
import { readSessionState, type SessionEnd, type SessionState } from '../config/state.ts';
import type { ReplyOf } from '../contract/operation.ts';
import { createSession } from '../contract/operations/sessions.ts';
import { openClient } from './connect.ts';
import type { Context } from './context.ts';
import { CliError, Interrupted } from './errors.ts';
import { exitCodes } from './exit-codes.ts';
import { openStore } from './secret-store.ts';

/** A stored session: what is known of it, and where its secret is. */
export interface StoredSession {
  place: SessionPlace;
  state: SessionState;
}

export interface SessionChoice {
  /** Another profile than the current one, wherever its server is. */
  profile?: string;
  /** False: not even a passphrase is asked for. */
  mayAsk?: boolean;
}

/** The session of a profile, without touching its secret; undefined when there is none, or only one elsewhere. */
export async function findSession(
  context: Context,
  choice: SessionChoice = {},
): Promise<StoredSession | undefined> {
  const config = await context.config();
  const profile = choice.profile ?? config.profile.value;
  const state = await readSessionState(config.dataDir, profile);
  const elsewhere = choice.profile === undefined && state?.server !== (config.server.value ?? state?.server);
  if (state === undefined || state.ended === 'logged_out' || elsewhere) return undefined;
  return { place: await placeOf(context, state.store, state.server, { ...choice, profile }), state };
}

/**
 * The session of the current profile.
 * @throws CliError `not_logged_in`
 */
export async function requireSession(context: Context): Promise<StoredSession> {
  const session = await findSession(context);
  if (session === undefined) throw notLoggedIn((await context.config()).profile.value);
  return session;
}

/** Nobody has logged in under this profile, or a logout has ended it. */
export function notLoggedIn(profile: string): CliError {
  return new CliError(exitCodes.login, 'not_logged_in', 'session.not-logged-in', {
    params: { profile },
    hint: 'session.not-logged-in-hint',
  });
}

/** Where a session is, or will be, kept. */
export async function placeOf(
  context: Context,
  store: string,
  origin: string,
  choice: SessionChoice = {},
): Promise<SessionPlace> {
  const { profile, dataDir } = await context.config();
  return {
    profile: choice.profile ?? profile.value,
    origin,
    dataDir,
    processes: context.host,
    store: await openStore(context, store, choice.mayAsk),
  };
}

/** A subscriber's session as the cabinet opens it. */
export type SubscriberSession = ReplyOf<typeof createSession>;

/** Opens a session; nothing is kept. @throws CabinetError */
export function logIn(client: Client, login: string, password: string): Promise<SubscriberSession> {
  return client.call(createSession, { body: { login, password } });
}

/** A subscriber's new session as it is kept. */
export function toKept(session: SubscriberSession): NewSession {
  return { ...session, account: maskMsisdn(session.msisdn) };
}

/** How often a session that ended is asked a password for. */
export const MOST_LOGIN_TRIES = 3;

/** A session in the place of one that is over. `typed`: a subscriber's password, as this process was given it. */
export interface Renewed {
  token: string;
  typed?: string;
}

/**
 * After an idle end, an expiry or a revocation: asks for the password of the same login, of a member of the staff for a
 * code too, and keeps the new session. Without a terminal it says what would help.
 * @throws CliError with the exit code of a needed login
 */
export async function logInAgain(
  context: Context,
  { place, state }: StoredSession,
  secret: Secret,
  why: Exclude<SessionEnd, 'logged_out'>,
): Promise<Renewed> {
  const { profile } = place;
  if (!context.interactive) {
    throw new CliError(exitCodes.login, `session_${why}`, `session.ended-${why}`, {
      params: { profile },
      hint: state.member === undefined ? 'session.ended-hint' : 'staff.ended-hint',
    });
  }
  context.warn(`session.again-${why}`);
  if (state.member !== undefined) {
    const { logInMemberAgain } = await import('./staff/log-in.ts');
    return logInMemberAgain(context, place, secret.login);
  }
  const client = await openClient(context, place.origin, async () => undefined);
  for (let tries = 1; ; tries += 1) {
    const password = await askPassword(context, profile);
    try {
      const session = await logIn(client, secret.login, password);
      await keepSession(place, secret.login, toKept(session), context.host.clock.now());
      return { token: session.token, typed: password };
    } catch (error) {
      const wrong = error instanceof CabinetError && error.code === 'wrong_credentials';
      if (!wrong || tries >= MOST_LOGIN_TRIES) throw error;
      context.warn('cabinet.wrong_credentials');
    }
  }
}

/** Whoever leaves here by Ctrl-C has sent nothing of what was typed before. */
export async function askPassword(context: Context, profile: string): Promise<string> {
  const prompts = await context.prompts();
  try {
    return await prompts.secret(context.t('session.password-of', { profile }), '--password-stdin');
  } catch (error) {
    throw error instanceof Interrupted ? new Interrupted('error.nothing-done') : error;
  }
}
