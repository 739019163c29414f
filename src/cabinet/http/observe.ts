import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SECOND_MS } from '../../shared/period.ts';
import type { Metrics } from '../metrics/metrics.ts';

/** Operations by which somebody logs in. */
const logins = { createSession: 'subscriber', createStaffSession: 'staff' } as const;

/** Counts requests. What is none of the contract's goes by the pattern of its path, and what is nothing by `none`. */
export function observeRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onRequestAbort', async (request) => metrics.abandoned(nameOf(request)));
  app.addHook('onResponse', async (request, reply) => {
    const operation = nameOf(request);
    const seconds = reply.elapsedTime / SECOND_MS;
    metrics.answered({ operation, status: reply.statusCode, seconds });
    if (reply.hasHeader('idempotent-replay')) metrics.replayed(operation);
    if (reply.problem !== null) metrics.refused(reply.problem);
    if (isLogin(operation)) metrics.loggedIn(logins[operation], reply.problem ?? 'ok');
  });
}

function nameOf({ routeOptions }: FastifyRequest): string {
  return routeOptions.config.operation?.id ?? routeOptions.url ?? 'none';
}

function isLogin(operation: string): operation is keyof typeof logins {
  return Object.hasOwn(logins, operation);
}
