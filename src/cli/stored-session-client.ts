import type { Secret } from '../auth/secret-store.ts';
import { endSession, idleLeftMs, touchSession } from '../auth/session.ts';
import type { CallOptions, Client, View } from '../client/client.ts';
import { readSessionState, type SessionEnd } from '../config/state.ts';
import type { InputOf, Operation, ReplyOf } from '../contract/operation.ts';
import { begunStream } from './begun-stream.ts';
import { openClient } from './connect.ts';
import type { Context } from './context.ts';
import { logInAgain, notLoggedIn, requireSession, type StoredSession } from './session.ts';
import { endOf } from './session-end.ts';

/**
 * The cabinet through the stored session of the current profile.
 * @throws CliError `not_logged_in`
 */
export async function createStoredSessionClient(
  context: Context,
  view: View | undefined,
): Promise<StoredSessionClient> {
  const session = await requireSession(context);
  const client = new SessionClient(context, session, view);
  await client.open();
  return client;
}

/** `typed`: the password that the session was renewed with, by this process. `staff`: it is a member's. */
export interface StoredSessionClient extends Client {
  readonly typed: string | undefined;
  readonly staff: boolean;
}

const TOUCH_EVERY_MS = 30_000;

class SessionClient implements StoredSessionClient {
  typed: string | undefined;
  readonly #context: Context;
  readonly #view: View | undefined;
  #session: StoredSession;
  #secret: Secret | undefined;
  #client: Client | undefined;
  #touchedAt = 0;

  constructor(context: Context, session: StoredSession, view: View | undefined) {
    this.#context = context;
    this.#session = session;
    this.#view = view;
  }

  get staff(): boolean {
    return this.#session.state.member !== undefined;
  }

  async open(): Promise<void> {
    const { place } = this.#session;
    this.#client = await openClient(this.#context, place.origin, () => this.#token(), {
      view: this.#view,
    });
  }

  async call<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options?: CallOptions,
  ): Promise<ReplyOf<O>> {
    const call = (client: Client) => client.call(operation, input, options);
    const reply = await this.#withSession(call, options?.waiting);
    if (operation.passive !== true) await this.#touch();
    return reply;
  }

  async *stream<O extends Operation>(
    operation: O,
    input: InputOf<O>,
    options?: { signal?: AbortSignal },
  ): AsyncGenerator<string> {
    const lines = await this.#withSession((client) => begunStream(client.stream(operation, input, options)));
    await this.#touch();
    yield* lines;
  }

  async #withSession<T>(work: (client: Client) => Promise<T>, waiting = false): Promise<T> {
    const client = this.#client;
    if (client === undefined) throw new Error('open() comes first');
    try {
      return await work(client);
    } catch (error) {
      const end = endOf(error);
      if (end === undefined || waiting) throw error;
      await this.#renew(end);
      return await work(client);
    }
  }

  /** The token, after asking for the password where the session is over by our own clock (R2). */
  async #token(): Promise<string> {
    const { place, state } = this.#session;
    if (this.#secret === undefined) {
      const over = this.#endByOurClock();
      if (over === undefined) this.#secret = await place.store.get(place.profile, place.origin);
      if (over !== undefined || this.#secret?.token === undefined)
        await this.#renew(over ?? state.ended ?? 'revoked');
    }
    return this.#secret?.token ?? '';
  }

  #endByOurClock(): SessionEnd | undefined {
    const { state } = this.#session;
    if (state.ended !== null) return state.ended;
    return idleLeftMs(state, this.#context.host.clock.now()) === 0 ? 'idle' : undefined;
  }

  /** A session that another run has obtained meanwhile is used; else the old token goes and the password is asked. */
  async #renew(why: SessionEnd): Promise<void> {
    const { place, state } = this.#session;
    const current = await readSessionState(place.dataDir, place.profile);
    if (current !== undefined && current.created_at !== state.created_at && current.ended === null) {
      this.#session = { place, state: current };
      this.#secret = await place.store.get(place.profile, place.origin);
      if (this.#secret?.token !== undefined) return;
    }
    await endSession(place, state, why);
    const secret = await place.store.get(place.profile, place.origin);
    if (secret === undefined || why === 'logged_out') {
      throw notLoggedIn(place.profile);
    }
    const { token, typed } = await logInAgain(this.#context, this.#session, secret, why);
    this.typed = typed;
    this.#secret = { ...secret, token };
    const renewed = await readSessionState(place.dataDir, place.profile);
    if (renewed !== undefined) this.#session = { place, state: renewed };
  }

  async #touch(): Promise<void> {
    const now = this.#context.host.clock.now();
    if (now.getTime() - this.#touchedAt < TOUCH_EVERY_MS) return;
    this.#touchedAt = now.getTime();
    await touchSession(this.#session.place, this.#session.state, now);
  }
}
