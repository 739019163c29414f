import type { FastifyInstance, FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import type { Operation, ReplyOf } from '../../contract/operation.ts';
import { unreachable } from '../../shared/assert.ts';
import type { CabinetOptions } from '../app.ts';
import { done } from '../domain/outcome.ts';
import type { CardPayments } from '../domain/payments/settler.ts';
import { hashToken, isStaffToken } from '../domain/sessions/token.ts';
import type { Store } from '../storage/store.ts';
import { authenticate, bearerToken, checkControlToken } from './authenticate.ts';
import { idempotencyKey } from './idempotency.ts';
import { mutate } from './mutate.ts';
import { operationSchema } from './operation-schema.ts';
import { ProblemError, sendProblem } from './problem.ts';
import { keepRawBody } from './raw-body.ts';
import { asksFor, sendOutcome, sendStream } from './respond.ts';
import type { Call, Member, Request, Route, Subject } from './route.ts';
import { admitMember, answerMember } from './serve-staff.ts';
import { admitViewer, findViewed, recordView } from './serve-view.ts';
import { openTrail } from './trail.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: Operation;
  }
  interface FastifyRequest {
    /** When the request began, by the cabinet's clock. */
    now: Date;
    /** Set before a handler runs, on operations that need them. */
    subject: Subject | null;
    member: Member | null;
    /** Why a member asks, when the header says so. */
    reason: string | null;
    token: string;
    idempotencyKey: string;
    /** The bytes of the body, on operations that check a signature. */
    rawBody: () => Buffer;
  }
}

/** What a cabinet serves with: its options, and its card payments where it has an acquirer. */
export interface Serving extends CabinetOptions {
  payments: CardPayments | undefined;
}

/** Puts one route of the contract on the server: who may call it, what it takes, how its outcome is sent. */
export function serveRoute(app: FastifyInstance, route: Route, options: Serving): void {
  const { operation } = route;
  if (route.kind === 'sandbox' && !options.sandbox) return;
  app.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema: operationSchema(route),
    config: { operation, ...ownLimit(route, options) },
    // After the rate limit, which counts strangers too, and before the body is read.
    preParsing: (request, _reply, payload) => admit(request, payload, route, options),
    handler: (request, reply) => answer(request, reply, route, options),
  });
}

const LOGINS = ['createSession', 'createStaffSession'];

/**
 * Guesses cost the cabinet a hash each: one address gets fewer of them than of other requests. The acquirer has one
 * address and many payments, and what is not signed by it costs nothing.
 */
function ownLimit({ kind, operation }: Route, { settings }: CabinetOptions) {
  if (kind === 'callback') return { rateLimit: false as const };
  return LOGINS.includes(operation.id) ? { rateLimit: { max: settings.loginsPerMinute } } : {};
}

async function admit(
  request: FastifyRequest,
  payload: RequestPayload,
  route: Route,
  options: CabinetOptions,
): Promise<RequestPayload> {
  if (route.kind === 'callback') return keepRawBody(request, payload);
  if (route.kind === 'staff') await admitMember(request, route, options);
  else await authorise(request, route, options);
  return payload;
}

async function authorise(request: FastifyRequest, route: Route, options: CabinetOptions): Promise<void> {
  const { operation } = route;
  if (operation.auth === 'none' && route.kind !== 'token') return;
  request.token = bearerToken(request);
  if (operation.auth === 'session') await authoriseSession(request, operation, options);
  if (route.kind === 'mutation') request.idempotencyKey = idempotencyKey(request);
  if (route.kind === 'sandbox' && options.sandbox)
    checkControlToken(request.token, options.sandbox.controlToken);
}

async function authoriseSession(
  request: FastifyRequest,
  operation: Operation,
  options: CabinetOptions,
): Promise<void> {
  const { token, now, headers } = request;
  if (isStaffToken(token)) return admitViewer(request, operation, options);
  const { store, settings } = options;
  const asSomebody = headers['lisa-as'] !== undefined;
  request.subject = await authenticate(store, operation, { token, now, settings, asSomebody });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  route: Route,
  options: Serving,
): Promise<FastifyReply> {
  const { store, clock, random, settings, sandbox, payments } = options;
  const { params, query, body, now, token } = request;
  const { status } = route.operation;
  const trail = openTrail(request, route.operation);
  const given: Request<Operation> = {
    input: { params, query, body },
    now,
    clock,
    random,
    settings,
    payments,
    trail,
    authenticators: sandbox?.authenticators,
  };
  switch (route.kind) {
    case 'open': {
      const outcome = await route.handle(store, given);
      trail.settled();
      return sendOutcome(reply, outcome, { status, now, timeZone: 'UTC' });
    }
    case 'callback': {
      const signature = request.headers[route.signedBy];
      const signed = { rawBody: request.rawBody(), signature: signature?.toString() };
      return sendOutcome(reply, await route.handle(store, { ...given, ...signed }), {
        status,
        now,
        timeZone: 'UTC',
      });
    }
    case 'token': {
      const tokenHash = hashToken(token);
      const outcome = await store.transact((tx) => route.handle(tx, { ...given, tokenHash }));
      trail.settled();
      return sendOutcome(reply, outcome, { status, now, timeZone: 'UTC' });
    }
    case 'staff':
      return answerMember(request, reply, route, given, options);
    case 'sandbox': {
      if (!sandbox) throw new ProblemError('not_found');
      return sendOutcome(reply, await route.handle(sandbox, given), { status, now, timeZone: 'UTC' });
    }
    case 'read':
    case 'stream':
    case 'mutation': {
      const subject = await subjectOf(request, route.operation, store);
      return answerSession(request, reply, route, { ...given, subject }, options);
    }
    default:
      return unreachable(route);
  }
}

type SessionRoute = Extract<Route, { kind: 'read' | 'stream' | 'mutation' }>;

async function answerSession(
  request: FastifyRequest,
  reply: FastifyReply,
  route: SessionRoute,
  call: Call<Operation>,
  { store }: CabinetOptions,
): Promise<FastifyReply> {
  const reading = { status: route.operation.status, now: call.now, timeZone: call.subject.timeZone };
  if (route.kind === 'mutation') {
    const { token, idempotencyKey: key } = request;
    const dryRun = (request.query as { dry_run?: boolean }).dry_run ?? false;
    const ended = await mutate(store, { route, call, key, token, dryRun });
    if (ended.replayed) reply.header('idempotent-replay', 'true');
    if ('error' in ended) return sendProblem(reply, ended.error);
    const outcome =
      dryRun || !route.afterCommit
        ? done(ended.reply)
        : await route.afterCommit(store, call, ended.reply as ReplyOf<Operation>);
    return sendOutcome(reply, outcome, reading);
  }
  if (route.kind === 'stream' && asksFor(request.headers.accept, route.mediaType)) {
    const outcome = await route.stream(store.read, call);
    await recordView(request, route.operation, store, outcome);
    return outcome.ok
      ? sendStream(reply, outcome.value, route.mediaType)
      : sendOutcome(reply, outcome, reading);
  }
  const outcome = await store.read((db) => route.handle(db, call));
  await recordView(request, route.operation, store, outcome);
  return sendOutcome(reply, outcome, reading);
}

async function subjectOf(request: FastifyRequest, operation: Operation, store: Store): Promise<Subject> {
  const { member } = request;
  if (member) request.subject = await findViewed(request, operation, store, member);
  if (!request.subject) throw new Error('a session route was reached without a session');
  return request.subject;
}
