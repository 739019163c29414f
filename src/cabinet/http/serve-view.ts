import type { FastifyRequest } from 'fastify';
import { isViewable, type Operation } from '../../contract/operation.ts';
import type { CabinetOptions } from '../app.ts';
import type { Outcome } from '../domain/outcome.ts';
import { findReached, loginAsked } from '../domain/subscribers/reach.ts';
import { holdStaffSession } from '../storage/staff/sessions.ts';
import type { Store } from '../storage/store.ts';
import { authenticateStaff } from './authenticate.ts';
import { ProblemError } from './problem.ts';
import { reasonHeader } from './reason.ts';
import type { Member, Subject } from './route.ts';
import { openTrail } from './trail.ts';

const LONGEST_LOGIN = 64;

/**
 * Whom a request wants to be answered as: the header `Lisa-As`, any login in percent-encoded UTF-8; null without one.
 * @throws ProblemError `bad_request` when it is anything else
 */
export function asHeader(request: FastifyRequest): string | null {
  const header = request.headers['lisa-as'];
  if (header === undefined) return null;
  try {
    const login = decodeURIComponent(String(header)).trim();
    if (login !== '' && login.length <= LONGEST_LOGIN && !login.includes('\u0000')) return login;
  } catch {
    // What cannot be decoded is no login.
  }
  throw new ProblemError('bad_request', { field: 'lisa-as', reason: 'pattern' });
}

/**
 * Lets a member of support in where only a subscriber may ask: to read what the subscriber whom the member serves would
 * read, for a reason (R16). Sets member and reason of the request; what is refused is recorded.
 * @throws ProblemError with the code that says what is missing
 */
export async function admitViewer(
  request: FastifyRequest,
  operation: Operation,
  { store, settings }: CabinetOptions,
): Promise<void> {
  const { token, now } = request;
  const member = await authenticateStaff(store, operation, { token, now, settings });
  const wanted: { login: string | null } = { login: null };
  try {
    checkViewer(request, operation, { member, wanted });
    request.member = member;
  } catch (error) {
    if (error instanceof ProblemError) {
      const subject = wanted.login === null ? null : loginAsked(wanted.login);
      await record(request, operation, store, { member, subject, result: error.wire.code });
    }
    throw error;
  }
}

function checkViewer(
  request: FastifyRequest,
  operation: Operation,
  { member, wanted }: { member: Member; wanted: { login: string | null } },
): void {
  const login = asHeader(request);
  wanted.login = login;
  if (login === null || !isViewable(operation)) throw new ProblemError('subscriber_only');
  if (!member.enrolled) throw new ProblemError('enrolment_required');
  if (member.role !== 'support')
    throw new ProblemError('role_forbidden', { role: member.role, allowed: ['support'] });
  request.reason = reasonHeader(request);
  if (request.reason === null)
    throw new ProblemError('bad_request', { field: 'lisa-reason', reason: 'required' });
}

/**
 * The subscriber in whose place a member who was let in asks. Looked for only when the request is known to be sound: a
 * refusal of another part of it would tell whether there is such a subscriber, and leave no trace.
 * @throws ProblemError `subscriber_not_found`, which is recorded
 */
export async function findViewed(
  request: FastifyRequest,
  operation: Operation,
  store: Store,
  member: Member,
): Promise<Subject> {
  const login = asHeader(request) ?? '';
  const found = await store.read((db) => findReached(db, login, member));
  if (found) return { accountId: found.accountId, timeZone: found.timeZone, tokenHash: member.tokenHash };
  const refused = new ProblemError('subscriber_not_found');
  const act = { member, subject: loginAsked(login), result: refused.wire.code };
  await record(request, operation, store, act);
  throw refused;
}

/**
 * Records what a member was shown as a subscriber, before any of it leaves; of a subscriber's own request nothing.
 * @throws ProblemError `session_revoked` when the member was locked out meanwhile
 */
export async function recordView(
  request: FastifyRequest,
  operation: Operation,
  store: Store,
  outcome: Outcome<unknown>,
): Promise<void> {
  const { member, subject } = request;
  if (!member || !subject) return;
  const result = outcome.ok ? 'done' : outcome.refusal.kind;
  const act = { member, subject: `account:${subject.accountId}`, result };
  if (await record(request, operation, store, act)) return;
  throw new ProblemError('session_revoked');
}

/** Whether the member's session was still alive; otherwise that is what is recorded. */
async function record(
  request: FastifyRequest,
  operation: Operation,
  store: Store,
  { member, subject, result }: { member: Member; subject: string | null; result: string },
): Promise<boolean> {
  const trail = openTrail(request, operation);
  const { reason } = request;
  const live = await store.transact(async (tx) => {
    const live = await holdStaffSession(tx, member.tokenHash);
    const act = { member, subject, reason, dryRun: false };
    await trail.append(tx, { ...act, result: live ? result : 'session_revoked' });
    return live;
  });
  trail.settled();
  return live;
}
