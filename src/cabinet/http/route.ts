import type { InputOf, Operation, ReplyOf } from '../../contract/operation.ts';
import type { Clock, Random } from '../../shared/clock.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Settings } from '../settings.ts';
import type { Reader, Writer } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';

/** Who is calling: the account of the session, and the calendar of its region. */
export interface Subject {
  accountId: bigint;
  timeZone: string;
  /** SHA-256 of the session's token. */
  tokenHash: Buffer;
}

/** What every handler is given. `now` is read once per request. */
export interface Call<O extends Operation> {
  input: InputOf<O>;
  subject: Subject;
  now: Date;
  clock: Clock;
  random: Random;
  settings: Settings;
}

/** A route that only reads. */
export interface ReadRoute<O extends Operation = Operation> {
  kind: 'read';
  operation: O;
  handle(db: Reader, call: Call<O>): Promise<Outcome<ReplyOf<O>>>;
}

/**
 * A route that changes something. It runs in one transaction, with the account row locked, after the idempotency key
 * was looked up; its outcome is stored under the key in the same transaction, and a dry run is rolled back.
 */
export interface MutationRoute<O extends Operation = Operation> {
  kind: 'mutation';
  operation: O;
  handle(tx: Writer, call: Call<O> & { dryRun: boolean }): Promise<Outcome<ReplyOf<O>>>;
}

/**
 * A route whose reply can also be had as a stream: to a request that accepts `mediaType`, `stream` answers instead of
 * `handle`. It is given the store's `read`, so that no connection is held while a slow reader takes its time; what it
 * yields are whole lines, and the server asks for the next ones when the last ones have left.
 */
export interface StreamRoute<O extends Operation = Operation> {
  kind: 'stream';
  operation: O;
  mediaType: string;
  handle(db: Reader, call: Call<O>): Promise<Outcome<ReplyOf<O>>>;
  stream(read: Store['read'], call: Call<O>): Outcome<AsyncIterable<string>>;
}

export function read<O extends Operation>(operation: O, handle: ReadRoute<O>['handle']): ReadRoute<O> {
  return { kind: 'read', operation, handle };
}

export function mutation<O extends Operation>(
  operation: O,
  handle: MutationRoute<O>['handle'],
): MutationRoute<O> {
  return { kind: 'mutation', operation, handle };
}

export function stream<O extends Operation>(
  operation: O,
  mediaType: string,
  handlers: Pick<StreamRoute<O>, 'handle' | 'stream'>,
): StreamRoute<O> {
  return { kind: 'stream', operation, mediaType, ...handlers };
}
