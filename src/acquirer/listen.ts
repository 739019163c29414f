import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

const HOST = '127.0.0.1';
const TRIES = 20;
const TRY_MS = 100;

/**
 * Listens on `port`, so that pages which are open stay good over a restart, and answers the origin. A port that is taken
 * may still be that of a process that is ending: it is waited for, and then any other one is taken.
 */
export async function listen(app: FastifyInstance, port: number): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await app.listen({ host: HOST, port: tries > TRIES ? 0 : port });
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || tries > TRIES) throw error;
      await sleep(TRY_MS);
    }
  }
}
