import rateLimit from '@fastify/rate-limit';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Clock, Random } from '../shared/clock.ts';
import { MINUTE_MS, SECOND_MS } from '../shared/period.ts';
import type { Acquirer } from './acquirer/port.ts';
import { refuseCardNumbers } from './http/card-numbers.ts';
import { answerFailures, answerUnroutable } from './http/failures.ts';
import { serveHealth } from './http/health.ts';
import { observeRequests } from './http/observe.ts';
import { serveOpenApi } from './http/openapi.ts';
import { ProblemError } from './http/problem.ts';
import type { Surroundings } from './http/route.ts';
import { serveRoute } from './http/serve-route.ts';
import type { Metrics } from './metrics/metrics.ts';
import { settlePayments } from './payments.ts';
import { routes } from './routes/index.ts';
import type { Settings } from './settings.ts';
import type { Store } from './storage/store.ts';

export interface CabinetOptions {
  store: Store;
  clock: Clock;
  random: Random;
  log: FastifyBaseLogger;
  settings: Settings;
  /** Without one there are no card payments. */
  acquirer?: Acquirer;
  /** Told what happens; a sandbox has none. */
  metrics?: Metrics;
  /** Present in a sandbox only: its control routes answer 404 without it. */
  sandbox?: { controlToken: string } & Surroundings;
  /** Certificate and key in PEM; without them the server speaks plain HTTP. */
  tls?: { cert: string; key: string };
  /** Whether `X-Forwarded-For` of the peer is to be believed. */
  behindProxy?: boolean;
}

const BODY_LIMIT_BYTES = 16 * 1024;

/** The cabinet as a server that is ready to listen; closing it leaves the store open. */
export async function createCabinet(options: CabinetOptions): Promise<FastifyInstance> {
  const { clock, log, settings } = options;
  const app = createServer(options);
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.removeContentTypeParser('text/plain');
  answerFailures(app);
  app.decorateRequest('now');
  app.decorateRequest('subject', null);
  app.decorateRequest('member', null);
  app.decorateRequest('reason', null);
  app.decorateRequest('token', '');
  app.decorateRequest('idempotencyKey', '');
  app.decorateRequest('rawBody');
  app.decorateReply('problem', null);
  app.addHook('onRequest', async (request, reply) => {
    if (isAction(request)) options.sandbox?.clock.act();
    request.now = clock.now();
    reply.headers({
      'cache-control': 'no-store',
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
    });
  });
  app.addHook('preValidation', refuseCardNumbers);
  // A client that left before the end of its answer has no response to hook on.
  app.addHook('onRequestAbort', async (request) => {
    log.info({ request_id: request.id, operation: operationOf(request) }, 'abandoned');
  });
  app.addHook('onResponse', async (request, reply) => {
    const milliseconds = Math.round(reply.elapsedTime);
    log.info(
      { request_id: request.id, operation: operationOf(request), status: reply.statusCode, milliseconds },
      'answered',
    );
  });
  if (options.metrics) observeRequests(app, options.metrics);
  await app.register(rateLimit, {
    max: settings.requestsPerMinute,
    timeWindow: MINUTE_MS,
    errorResponseBuilder: (_request, { ttl }) =>
      new ProblemError('rate_limited', { retry_after_seconds: Math.ceil(ttl / SECOND_MS) }),
  });
  await serveOpenApi(app);
  const payments = options.acquirer && settlePayments(app, { ...options, acquirer: options.acquirer });
  for (const route of Object.values(routes)) serveRoute(app, route, { ...options, payments });
  serveHealth(app, options.store);
  return app;
}

/** Whether a request is a subscriber's, and prolongs or begins a session (R2). */
function isAction(request: FastifyRequest): boolean {
  const { operation } = request.routeOptions.config;
  return operation !== undefined && operation.auth !== 'sandbox' && !operation.passive;
}

function operationOf(request: FastifyRequest): string | null {
  return request.routeOptions.config.operation?.id ?? null;
}

function createServer({ random, log, tls, behindProxy }: CabinetOptions): FastifyInstance {
  const http = { headersTimeout: 10 * SECOND_MS };
  const server = {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => Buffer.from(random.bytes(12)).toString('hex'),
    requestIdHeader: false as const,
    bodyLimit: BODY_LIMIT_BYTES,
    connectionTimeout: MINUTE_MS,
    requestTimeout: 30 * SECOND_MS,
    keepAliveTimeout: 15 * SECOND_MS,
    routerOptions: { maxParamLength: 200 },
    exposeHeadRoutes: false,
    // A request on a connection that is kept alive is served to its end while the server stops.
    return503OnClosing: false,
    frameworkErrors: answerUnroutable,
    forceCloseConnections: 'idle' as const,
    trustProxy: behindProxy ? (_address: string, hop: number) => hop === 0 : false,
  };
  if (!tls) return Fastify({ ...server, http });
  const https = { ...tls, ...http, minVersion: 'TLSv1.2' as const };
  // Nothing here uses what the two kinds of server do differently, so one type stands for both.
  return Fastify({ ...server, https }) as unknown as FastifyInstance;
}
