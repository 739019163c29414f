import type { FastifyInstance } from 'fastify';

/** How long running requests may go on after they were asked to end. */
const STOP_MS = 10_000;
const SWEEP_MS = 50;

/** Lets running requests finish; a connection kept alive for further ones is closed as soon as it falls idle. */
export async function closeGracefully(app: FastifyInstance): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
  const late = setTimeout(() => app.server.closeAllConnections(), STOP_MS);
  await app.close();
  clearInterval(idle);
  clearTimeout(late);
}
