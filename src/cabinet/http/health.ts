import type { FastifyInstance } from 'fastify';
import type { Store } from '../storage/store.ts';

const unlimited = { rateLimit: false } as const;

/** `/healthz`: the process answers. `/readyz`: its database does too, and has this program's tables. */
export function serveHealth(app: FastifyInstance, store: Store): void {
  app.get('/healthz', { config: unlimited, schema: { hide: true } }, async () => ({ status: 'ok' }));
  app.get('/readyz', { config: unlimited, schema: { hide: true } }, async (_request, reply) => {
    const state = await store.migrationState().catch(() => 'unreachable' as const);
    if (state !== 'current') reply.code(503);
    return { status: state === 'current' ? 'ok' : 'unavailable', database: state };
  });
}
