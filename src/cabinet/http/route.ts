import type { InputOf, Operation, ReplyOf } from '../../contract/operation.ts';
import type { Clock, Random } from '../../shared/clock.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Settings } from '../settings.ts';
import type { Reader, Writer } from '../storage/schema.ts';

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

export function read<O extends Operation>(operation: O, handle: ReadRoute<O>['handle']): ReadRoute<O> {
  return { kind: 'read', operation, handle };
}

export function mutation<O extends Operation>(operation: O, handle: MutationRoute<O>['handle']): MutationRoute<O> {
  return { kind: 'mutation', operation, handle };
}
