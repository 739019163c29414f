import type { Static } from 'typebox';
import type { InputOf, Operation, ReplyOf } from '../../contract/operation.ts';
import type { PhoneMessage } from '../../contract/operations/phones.ts';
import type { StaffRole } from '../../contract/operations/staff.ts';
import type { Clock, Random } from '../../shared/clock.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { CardPayments } from '../domain/payments/settler.ts';
import type { Settings } from '../settings.ts';
import type { Reader, Writer } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';
import type { Trail } from './trail.ts';

/** Who is calling: the account of the session, and the calendar of its region. */
export interface Subject {
  accountId: bigint;
  timeZone: string;
  /** SHA-256 of the session's token. */
  tokenHash: Buffer;
}

/** What every handler is given. `now` is read once per request. */
export interface Request<O extends Operation> {
  input: InputOf<O>;
  now: Date;
  clock: Clock;
  random: Random;
  settings: Settings;
  /** Absent where no acquirer is connected. */
  payments: CardPayments | undefined;
  /** Where acts of the staff are recorded (R16); members' own calls are recorded by the server itself. */
  trail: Trail;
  /** Of a sandbox's staff; absent elsewhere. */
  authenticators: SandboxAuthenticators | undefined;
}

/** What a handler of a session's operation is given besides. */
export interface Call<O extends Operation> extends Request<O> {
  subject: Subject;
}

type Reply<O extends Operation> = Promise<Outcome<ReplyOf<O>>>;

/** A route that only reads. */
export interface ReadRoute<O extends Operation = Operation> {
  kind: 'read';
  operation: O;
  handle(db: Reader, call: Call<O>): Reply<O>;
}

/**
 * A route that changes something. It runs in one transaction, with the account row locked, after the idempotency key
 * was looked up; its outcome is stored under the key in the same transaction, and a dry run is rolled back.
 */
export interface MutationRoute<O extends Operation = Operation> {
  kind: 'mutation';
  operation: O;
  handle(tx: Writer, call: Call<O> & { dryRun: boolean }): Reply<O>;
  /**
   * What is left to do outside of the transaction, after every success that was committed, the first one and its
   * replays: it has to be the same however often it is done. Its outcome is sent in place of `reply`, and is not stored.
   */
  afterCommit?(store: Store, call: Call<O>, reply: ReplyOf<O>): Reply<O>;
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
  handle(db: Reader, call: Call<O>): Reply<O>;
  stream(read: Store['read'], call: Call<O>): Promise<Outcome<AsyncIterable<string>>>;
}

/** A route that needs no session and works with the store itself, in as many transactions as it wants. */
export interface OpenRoute<O extends Operation = Operation> {
  kind: 'open';
  operation: O;
  handle(store: Store, request: Request<O>): Reply<O>;
}

/** A route that other programs call: what they sign is the bytes of the body. */
export interface CallbackRoute<O extends Operation = Operation> {
  kind: 'callback';
  operation: O;
  /** The header that carries the signature. */
  signedBy: string;
  handle(store: Store, request: Request<O> & { rawBody: Buffer; signature: string | undefined }): Reply<O>;
}

/** A route that needs a token, whatever became of the session behind it. */
export interface TokenRoute<O extends Operation = Operation> {
  kind: 'token';
  operation: O;
  handle(tx: Writer, request: Request<O> & { tokenHash: Buffer }): Reply<O>;
}

/** Who of the staff is calling. */
export interface Member {
  memberId: bigint;
  login: string;
  name: string;
  role: StaffRole;
  office: string;
  /** The only region whose subscribers the member serves: others are to them as if they did not exist. Null for all. */
  regionId: number | null;
  /** The member's own numbers, for which they issue nothing (R16). */
  ownLines: readonly string[];
  timeZone: string;
  /** SHA-256 of the session's token. */
  tokenHash: Buffer;
  /** Whether password and authenticator are the member's own by now. */
  enrolled: boolean;
}

/** What a handler of a staff operation is given besides. */
export interface StaffCall<O extends Operation> extends Request<O> {
  member: Member;
  token: string;
  dryRun: boolean;
  /** Says whom or what the call is about, for the audit trail; before anything can be refused. The last word counts. */
  concerns(subject: string): void;
}

/**
 * A route for members of the staff with one of the operation's roles (R16). It runs in one transaction with the record of
 * it in the audit trail, whatever its outcome; a mutation also with its idempotency key, and a dry run of it is rolled
 * back, and recorded. What the session may do is held last, so that a member who is locked out while the call waits
 * for somebody has done nothing.
 */
export interface StaffRoute<O extends Operation = Operation> {
  kind: 'staff';
  operation: O;
  handle(tx: Writer, call: StaffCall<O>): Reply<O>;
  /** What the path says of whom the call is about: for the trail of calls that never reach the handler. */
  subject?(params: Record<string, string>): string;
}

/** The calendar of a sandbox, in whole seconds ahead of the real time. */
export interface SandboxClock {
  offset(): number;
  /** A subscriber does something: a calendar that stands still goes on. */
  act(): void;
  advance(seconds: number): Promise<void>;
  reset(): Promise<void>;
}

/** The phones of a sandbox's subscribers. */
export interface SandboxPhones {
  /** The messages of a number, oldest first, with everything that the cabinet has sent by now. */
  messages(msisdn: string): Promise<Static<typeof PhoneMessage>[]>;
  /** Sends a message; returns when the cabinet has taken it, with what came back at once. */
  send(msisdn: string, sms: { to: string; text: string }): Promise<Static<typeof PhoneMessage>[]>;
}

/** The authenticator applications of a sandbox's staff. */
export interface SandboxAuthenticators {
  /** A member scans the QR code of an enrolment. */
  scan(login: string, secret: Uint8Array): Promise<void>;
  /** The first code that the cabinet has not seen; null when nothing of this member was scanned. */
  show(login: string): Promise<{ code: string; usableInSeconds: number; usableForSeconds: number } | null>;
}

/** What a sandbox has around its cabinet. */
export interface Surroundings {
  clock: SandboxClock;
  phones: SandboxPhones;
  authenticators: SandboxAuthenticators;
}

/** A route that exists only in a sandbox, behind its control token. */
export interface SandboxRoute<O extends Operation = Operation> {
  kind: 'sandbox';
  operation: O;
  handle(sandbox: Surroundings, request: Request<O>): Reply<O>;
}

export type Route<O extends Operation = Operation> =
  | ReadRoute<O>
  | MutationRoute<O>
  | StreamRoute<O>
  | OpenRoute<O>
  | CallbackRoute<O>
  | TokenRoute<O>
  | StaffRoute<O>
  | SandboxRoute<O>;

export function read<O extends Operation>(operation: O, handle: ReadRoute<O>['handle']): ReadRoute<O> {
  return { kind: 'read', operation, handle };
}

export function mutation<O extends Operation>(
  operation: O,
  handle: MutationRoute<O>['handle'],
  further: Pick<MutationRoute<O>, 'afterCommit'> = {},
): MutationRoute<O> {
  return { kind: 'mutation', operation, handle, ...further };
}

export function stream<O extends Operation>(
  operation: O,
  forms: Pick<StreamRoute<O>, 'mediaType' | 'handle' | 'stream'>,
): StreamRoute<O> {
  return { kind: 'stream', operation, ...forms };
}

export function open<O extends Operation>(operation: O, handle: OpenRoute<O>['handle']): OpenRoute<O> {
  return { kind: 'open', operation, handle };
}

export function callback<O extends Operation>(
  operation: O,
  signedBy: string,
  handle: CallbackRoute<O>['handle'],
): CallbackRoute<O> {
  return { kind: 'callback', operation, signedBy, handle };
}

export function withToken<O extends Operation>(operation: O, handle: TokenRoute<O>['handle']): TokenRoute<O> {
  return { kind: 'token', operation, handle };
}

export function staff<O extends Operation>(
  operation: O,
  handle: StaffRoute<O>['handle'],
  further: Pick<StaffRoute<O>, 'subject'> = {},
): StaffRoute<O> {
  return { kind: 'staff', operation, handle, ...further };
}

export function inSandbox<O extends Operation>(
  operation: O,
  handle: SandboxRoute<O>['handle'],
): SandboxRoute<O> {
  return { kind: 'sandbox', operation, handle };
}
