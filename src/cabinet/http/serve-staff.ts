import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Operation } from '../../contract/operation.ts';
import type { CabinetOptions } from '../app.ts';
import { done } from '../domain/outcome.ts';
import { actAsMember } from './act-as-member.ts';
import { authenticateStaff, bearerToken } from './authenticate.ts';
import { idempotencyKey } from './idempotency.ts';
import { ProblemError, sendProblem } from './problem.ts';
import { reasonHeader } from './reason.ts';
import { sendOutcome } from './respond.ts';
import type { Member, Request, StaffRoute } from './route.ts';
import { openTrail } from './trail.ts';

/**
 * Lets a member in before the body is read: session, enrolment and role (R16). What the member may not do is recorded.
 * @throws ProblemError with the code that says what is missing
 */
export async function admitMember(
  request: FastifyRequest,
  route: StaffRoute,
  { store, settings }: CabinetOptions,
): Promise<void> {
  const { operation } = route;
  request.token = bearerToken(request);
  const { token, now } = request;
  const member = await authenticateStaff(store, operation, { token, now, settings });
  request.member = member;
  request.reason = reasonHeader(request);
  const obstacle = obstacleOf(operation, member);
  if (obstacle) {
    const trail = openTrail(request, operation);
    const { params, query, reason } = request;
    const subject = subjectOf(route, params);
    const dryRun = (query as { dry_run?: string }).dry_run === 'true';
    await store.transact((tx) =>
      trail.append(tx, { member, subject, reason, result: obstacle.wire.code, dryRun }),
    );
    trail.settled();
    throw obstacle;
  }
  if (operation.mutation) request.idempotencyKey = idempotencyKey(request);
}

function obstacleOf(operation: Operation, { enrolled, role }: Member): ProblemError | undefined {
  if (!enrolled && !operation.beforeEnrolment) return new ProblemError('enrolment_required');
  const { roles = [] } = operation;
  if (roles === 'any' || roles.includes(role)) return undefined;
  return new ProblemError('role_forbidden', { role, allowed: roles });
}

/** Runs the call of a member who was let in. */
export async function answerMember(
  request: FastifyRequest,
  reply: FastifyReply,
  route: StaffRoute,
  given: Request<Operation>,
  { store }: CabinetOptions,
): Promise<FastifyReply> {
  const { member, token, idempotencyKey: key, params, query, body, now } = request;
  if (!member) throw new Error('a route of the staff was reached without a member');
  const about = { subject: subjectOf(route, params) };
  const concerns = (subject: string) => {
    about.subject = subject;
  };
  const dryRun = (query as { dry_run?: boolean }).dry_run ?? false;
  const reason = (body as { reason?: string } | null | undefined)?.reason ?? request.reason;
  const call = { ...given, member, token, dryRun, concerns };
  const ended = await actAsMember(store, { route, call, key, about, reason });
  if (ended.replayed) reply.header('idempotent-replay', 'true');
  if ('error' in ended) return sendProblem(reply, ended.error);
  const { status } = route.operation;
  return sendOutcome(reply, done(ended.reply), { status, now, timeZone: member.timeZone });
}

function subjectOf({ subject }: StaffRoute, params: unknown): string | null {
  return subject?.(params as Record<string, string>) ?? null;
}
