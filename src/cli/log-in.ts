import { keepSession, type NewSession, type SessionPlace } from '../auth/session.ts';
import { readConfigFile } from '../config/file.ts';
import { serverOrigin } from '../config/load.ts';
import { saveProfile } from '../config/write.ts';
import { openClient } from './connect.ts';
import type { Context } from './context.ts';
import { endingOf } from './ending.ts';
import { CliError, InputNeeded } from './errors.ts';
import { exitCodes } from './exit-codes.ts';
import { cell } from './render/cells.ts';
import type { Fields, Note, Result } from './render/result.ts';
import { placeOf, type SubscriberSession } from './session.ts';

/** What a login is asked for: its own words in a terminal, or the flag that answers without one. */
export interface LoginQuestions {
  login: string | undefined;
  which: 'login.which' | 'staff.which';
  passwordStdin: boolean;
  password: 'login.password' | 'password.one-time';
}

/**
 * What stands in the way of a login shows before anything is asked: a token that would beat it, an answer that is
 * missing in a script, a store that does not work.
 * @returns where the session will be kept
 * @throws CliError `token_given`, InputNeeded, SecretStoreError
 */
export async function prepareLogin(context: Context, asked: LoginQuestions): Promise<SessionPlace> {
  const { token, secretStore } = await context.config();
  if (token !== undefined) {
    throw new CliError(exitCodes.usage, 'token_given', 'login.token-set', { hint: 'login.token-set-hint' });
  }
  requireAnswers(context, asked);
  const place = await placeOf(context, secretStore.value, await chooseServer(context));
  if (place.store.name === 'file') context.say('login.file', { file: place.store.describe(place.profile) });
  await place.store.get(place.profile, place.origin);
  return place;
}

function requireAnswers(context: Context, { login, which, passwordStdin, password }: LoginQuestions): void {
  if (login === undefined && !context.interactive) throw new InputNeeded(context.t(which), 'LOGIN');
  if (!passwordStdin && !context.interactive) throw new InputNeeded(context.t(password), '--password-stdin');
}

async function chooseServer(context: Context): Promise<string> {
  const { server } = await context.config();
  if (server.value !== undefined) return server.value;
  const prompts = await context.prompts();
  return serverOrigin(await prompts.input(context.t('login.server'), '--server'), '--server');
}

/** The login as it was typed after the command, or as it is typed now. */
export async function askLogin(
  context: Context,
  operand: string | undefined,
  which: LoginQuestions['which'],
): Promise<string> {
  return operand ?? (await (await context.prompts()).input(context.t(which), 'LOGIN'));
}

/** Keeps the session and its profile; true when that is the current one. What cannot be kept is ended in the cabinet, too. */
export async function keepLogin(
  context: Context,
  place: SessionPlace,
  login: string,
  session: NewSession,
): Promise<boolean> {
  const { host } = context;
  const { configDir, profile } = await context.config();
  try {
    const state = await keepSession(place, login, session, host.clock.now());
    await saveProfile(configDir, host, profile.value, { server: place.origin, account: state.account });
    return (await readConfigFile(configDir)).current === profile.value;
  } catch (error) {
    const client = await openClient(context, place.origin, async () => session.token);
    await client.call(endingOf(session.member), {}).catch(() => {});
    throw error;
  }
}

/** A new session as its owner sees it. `current`: whether its profile is the one in use. */
export function showLogin(
  schema: string,
  place: SessionPlace,
  session: SubscriberSession,
  current: boolean,
): Result {
  const stored = place.store.describe(place.profile);
  const { account_id, msisdn, idle_expires_at, expires_at, password_change_required } = session;
  return {
    json: {
      schema,
      profile: place.profile,
      server: place.origin,
      account_id,
      msisdn,
      idle_expires_at,
      expires_at,
      password_change_required,
      secret_store: place.store.name,
      secret_place: stored,
    },
    blocks: [
      {
        kind: 'fields',
        rows: [
          { key: 'account', label: 'field.account', value: cell.text(account_id) },
          { key: 'msisdn', label: 'field.msisdn', value: cell.msisdn(msisdn) },
          ...sessionRows(place, session),
        ],
      },
    ],
    notes: [
      { key: password_change_required ? 'login.change-password' : 'login.next' },
      ...notCurrent(place, current),
    ],
  };
}

/** Where a new session is kept, and how long it lives. */
export function sessionRows(
  place: SessionPlace,
  session: { idle_expires_at: string; expires_at: string },
): Fields['rows'] {
  const { idle_expires_at, expires_at } = session;
  return [
    { key: 'server', label: 'session.server', value: cell.text(place.origin) },
    { key: 'profile', label: 'session.profile', value: cell.text(place.profile) },
    { key: 'idle_expires_at', label: 'session.idle-until', value: cell.instant(idle_expires_at) },
    { key: 'expires_at', label: 'session.until', value: cell.instant(expires_at) },
    { key: 'secret_place', label: 'session.place', value: cell.text(place.store.describe(place.profile)) },
  ];
}

/** Says how to make the profile of a new session the one in use. */
export function notCurrent({ profile }: SessionPlace, current: boolean): Note[] {
  return current ? [] : [{ key: 'login.not-current', params: { profile } }];
}
