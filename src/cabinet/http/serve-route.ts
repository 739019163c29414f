import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Operation } from '../../contract/operation.ts';
import { unreachable } from '../../shared/assert.ts';
import type { CabinetOptions } from '../app.ts';
import { hashToken } from '../domain/sessions/token.ts';
import { authenticate, bearerToken, checkControlToken } from './authenticate.ts';
import { idempotencyKey } from './idempotency.ts';
import { type Ended, mutate } from './mutate.ts';
import { operationSchema } from './operation-schema.ts';
import { ProblemError, sendProblem } from './problem.ts';
import { asksFor, sendOutcome, sendStream } from './respond.ts';
import type { Call, Request, Route, Subject } from './route.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    operation?: Operation;
  }
  interface FastifyRequest {
    /** When the request began, by the cabinet's clock. */
    now: Date;
    /** Set before a handler runs, on operations that need them. */
    subject: Subject | null;
    token: string;
    idempotencyKey: string;
  }
}

/** Puts one route of the contract on the server: who may call it, what it takes, how its outcome is sent. */
export function serveRoute(app: FastifyInstance, route: Route, options: CabinetOptions): void {
  const { operation } = route;
  if (route.kind === 'sandbox' && !options.sandbox) return;
  app.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema: operationSchema(route),
    config: { operation, ...loginLimit(operation, options) },
    // After the rate limit, which counts strangers too, and before the body is read.
    preParsing: (request) => admit(request, route, options),
    handler: (request, reply) => answer(request, reply, route, options),
  });
}

/** Guesses cost the cabinet a hash each: one address gets fewer of them than of other requests. */
function loginLimit(operation: Operation, { settings }: CabinetOptions) {
  return operation.id === 'createSession' ? { rateLimit: { max: settings.loginsPerMinute } } : {};
}

async function admit(request: FastifyRequest, route: Route, options: CabinetOptions): Promise<void> {
  const { operation } = route;
  if (operation.auth === 'none' && route.kind !== 'token') return;
  request.token = bearerToken(request);
  if (operation.auth === 'session') {
    const { store, settings } = options;
    request.subject = await authenticate(store, operation, {
      token: request.token,
      now: request.now,
      settings,
    });
  }
  if (route.kind === 'mutation') request.idempotencyKey = idempotencyKey(request);
  if (route.kind === 'sandbox' && options.sandbox)
    checkControlToken(request.token, options.sandbox.controlToken);
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  route: Route,
  options: CabinetOptions,
): Promise<FastifyReply> {
  const { store, clock, random, settings, sandbox } = options;
  const { params, query, body, now, token } = request;
  const { status } = route.operation;
  const given: Request<Operation> = { input: { params, query, body }, now, clock, random, settings };
  switch (route.kind) {
    case 'open':
      return sendOutcome(reply, await route.handle(store, given), { status, now, timeZone: 'UTC' });
    case 'token': {
      const tokenHash = hashToken(token);
      const outcome = await store.transact((tx) => route.handle(tx, { ...given, tokenHash }));
      return sendOutcome(reply, outcome, { status, now, timeZone: 'UTC' });
    }
    case 'sandbox': {
      if (!sandbox) throw new ProblemError('not_found');
      return sendOutcome(reply, await route.handle(sandbox.clock, given), { status, now, timeZone: 'UTC' });
    }
    case 'read':
    case 'stream':
    case 'mutation':
      return answerSession(request, reply, route, { ...given, subject: subjectOf(request) }, options);
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
    return sendEnded(reply, await mutate(store, { route, call, key, token, dryRun }), reading.status);
  }
  if (route.kind === 'stream' && asksFor(request.headers.accept, route.mediaType)) {
    const outcome = await route.stream(store.read, call);
    return outcome.ok
      ? sendStream(reply, outcome.value, route.mediaType)
      : sendOutcome(reply, outcome, reading);
  }
  return sendOutcome(reply, await store.read((db) => route.handle(db, call)), reading);
}

function sendEnded(reply: FastifyReply, ended: Ended, status: number): FastifyReply {
  if (ended.replayed) reply.header('idempotent-replay', 'true');
  return 'error' in ended ? sendProblem(reply, ended.error) : reply.code(status).send(ended.reply);
}

function subjectOf(request: FastifyRequest): Subject {
  if (!request.subject) throw new Error('a session route was reached without a session');
  return request.subject;
}
