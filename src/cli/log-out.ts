import { type SecretStore, SecretStoreError } from '../auth/secret-store.ts';
import { forgetSession } from '../auth/session.ts';
import { openClient } from './connect.ts';
import type { Context } from './context.ts';
import { endingOf } from './ending.ts';
import { InputNeeded } from './errors.ts';
import { findSession, type StoredSession } from './session.ts';

/** What became of the session in the cabinet; on this machine it is gone in every case. */
export type LogOut = 'was_out' | 'ended' | 'was_over' | 'not_told';

/** Ends the session of a profile, here and, when it answers, in the cabinet. Nothing is asked. */
export async function logOutOf(context: Context, profile: string): Promise<LogOut> {
  const session = await findSession(context, { profile, mayAsk: false });
  if (session === undefined) return 'was_out';
  const { place, state } = session;
  const token = await readToken(place.store, place.profile, place.origin);
  const ending = token === null ? 'not_told' : await tellCabinet(context, session, token);
  await place.store.remove(place.profile);
  await forgetSession(place, state);
  return ending;
}

/** The token; null when a file does not open without a question, which a logout never asks: it can still be removed. */
async function readToken(
  store: SecretStore,
  profile: string,
  origin: string,
): Promise<string | null | undefined> {
  try {
    return (await store.get(profile, origin))?.token;
  } catch (error) {
    const shut = error instanceof InputNeeded || error instanceof SecretStoreError;
    if (store.name === 'file' && shut) return null;
    throw error;
  }
}

/** A cabinet that is away must not keep a token on this machine. */
const MOST_WAIT_MS = 5_000;

async function tellCabinet(
  context: Context,
  { place, state }: StoredSession,
  token: string | undefined,
): Promise<LogOut> {
  if (token === undefined) return 'was_over';
  try {
    const client = await openClient(context, place.origin, async () => token, { mostMs: MOST_WAIT_MS });
    await client.call(endingOf(state.member), {});
    return 'ended';
  } catch (error) {
    if (context.signal.aborted) throw error;
    return 'not_told';
  }
}
