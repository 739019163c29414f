import Fastify from 'fastify';
import type { Clock } from '../../shared/clock.ts';
import { isLoopback, parseListen } from '../listen.ts';
import { createMetrics, type Metrics } from '../metrics/metrics.ts';
import { samplesOf } from '../metrics/samples.ts';
import { SetupError } from '../setup.ts';
import type { Store } from '../storage/store.ts';

export interface WatchedNode {
  metrics: Metrics;
  /**
   * Serves `GET /metrics` in the text format of Prometheus, and nothing else.
   * @throws SetupError `address_in_use`, `listen_invalid`
   */
  serve(store: Store): Promise<{ url: string; close(): Promise<void> }>;
}

/**
 * The numbers of a node, to be served at `HOST:PORT`. They need no login and tell how business goes and which attacks
 * succeed: so they are never on the public listener, but on one of their own that nobody but this machine reaches. What
 * collects them from elsewhere has its agent here.
 * @throws SetupError `metrics_not_local`, `listen_invalid`
 */
export function watchNode(
  address: string,
  clock: Clock,
  build: { version: string; node: string },
): WatchedNode {
  const listen = parseListen(address);
  if (!listen) throw new SetupError('listen_invalid', address);
  if (!isLoopback(listen.host)) throw new SetupError('metrics_not_local', listen.host);
  const { registry, ...metrics } = createMetrics(clock, build);
  return {
    metrics,
    async serve(store) {
      const takeSamples = samplesOf(registry, { store, clock });
      const app = Fastify({ forceCloseConnections: true, exposeHeadRoutes: false });
      app.get('/metrics', async (_request, reply) => {
        await takeSamples();
        reply.headers({ 'content-type': registry.contentType, 'cache-control': 'no-store' });
        return reply.send(await registry.metrics());
      });
      const url = await app.listen(listen).catch((error: Error & { code?: string }) => {
        throw new SetupError(
          error.code === 'EADDRINUSE' ? 'address_in_use' : 'listen_invalid',
          error.message,
        );
      });
      return { url: `${url}/metrics`, close: () => app.close() };
    },
  };
}
