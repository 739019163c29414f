import type { Static, TObject, TSchema } from 'typebox';
import type { ErrorCode } from './errors.ts';
import type { StaffRole } from './operations/staff.ts';

/**
 * One operation of the API, read by the server (routes, OpenAPI) and by the client (requests, checks of replies).
 * `auth`: `session` needs a subscriber's bearer token, `staff` a member's, `sandbox` the control token of a sandbox, `none`
 * nothing.
 * `mutation`: takes an Idempotency-Key and `dry_run`. `passive`: does not count as an action for the idle limit (R2).
 */
export interface Operation<
  Params extends TObject | undefined = TObject | undefined,
  Query extends TObject | undefined = TObject | undefined,
  Body extends TObject | undefined = TObject | undefined,
  Reply extends TSchema | undefined = TSchema | undefined,
> {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  summary: string;
  tag: string;
  auth: 'session' | 'staff' | 'sandbox' | 'none';
  /** Who of the staff may call it (R16); of operations with `auth: 'staff'`. */
  roles?: readonly StaffRole[] | 'any';
  mutation?: boolean;
  passive?: boolean;
  /** The body carries a password or a codeword, of which not even a plain hash may be kept. */
  secrets?: boolean;
  /** May be called while the password has to be changed first (R4). */
  beforePasswordChange?: boolean;
  /** May be called by a member who has no password and no authenticator of their own yet. */
  beforeEnrolment?: boolean;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Absent for 204. */
  reply?: Reply;
  status: 200 | 201 | 204;
  /** Codes of this operation besides the common, session and mutation ones. */
  errors: readonly ErrorCode[];
}

type Part<S> = S extends TSchema ? Static<S> : undefined;

/** The query may be left out where nothing of it is required. */
type QueryOf<Q> = Record<never, never> extends Q ? { query?: Q } : { query: Q };

/** What a caller hands in: only the parts that the operation declares. */
export type InputOf<O extends Operation> = (O['params'] extends TObject
  ? { params: Static<O['params']> }
  : unknown) &
  (O['query'] extends TObject ? QueryOf<Static<O['query']>> : unknown) &
  (O['body'] extends TObject ? { body: Static<O['body']> } : unknown);

/** What a successful call answers; undefined for 204. */
export type ReplyOf<O extends Operation> = Part<O['reply']>;

/** Declares an operation, keeping its exact types. */
export function operation<const O extends Operation>(declaration: O): O {
  return declaration;
}

/**
 * Whether support may call it in a subscriber's place (R16), with the headers `Lisa-As` and `Lisa-Reason`: everything that
 * only shows, but the state of a session.
 */
export function isViewable({ auth, method, tag }: Operation): boolean {
  return auth === 'session' && method === 'GET' && tag !== 'sessions';
}
