import formbody from '@fastify/formbody';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Clock, Random } from '../shared/clock.ts';
import { SECOND_MS } from '../shared/period.ts';
import { callbackSender } from './callbacks/sender.ts';
import { serveMerchant } from './merchant.ts';
import { openBook } from './orders/book.ts';
import { openDesk } from './orders/desk.ts';
import { openJournal } from './orders/journal.ts';
import { serveAssets } from './pages/assets.ts';
import { servePages } from './pages/routes.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The deed is done, and its answer never arrives. */
    losesAnswer: boolean;
  }
}

export interface AcquirerOptions {
  /** The journal of orders. */
  file: string;
  /** What the merchant and the acquirer share. */
  key: string;
  /** The folder of the pages' script and style. */
  assets: string;
  clock: Clock;
  random: Random;
  log: FastifyBaseLogger;
  /** The part of the answers to the merchant that get lost, from 0 to 1. */
  loseAnswers?: number;
  /** How many times every callback is sent. */
  callbacks?: number;
  /** The pause after a failed callback, in milliseconds. */
  pause?: (attempt: number) => number;
  /** How often orders are looked at whose time may have passed, in milliseconds. */
  sweepMs?: number;
}

const BODY_LIMIT_BYTES = 4 * 1024;
const SWEEP_MS = 5 * SECOND_MS;

/** The acquirer as a server that is ready to listen; closing it keeps what has to be told for the next start. */
export async function createAcquirer(options: AcquirerOptions): Promise<FastifyInstance> {
  const { clock, random, log, key } = options;
  const journal = openJournal(options.file);
  const book = openBook(journal);
  const sender = callbackSender({
    clock,
    key,
    copies: options.callbacks ?? 1,
    ...(options.pause && { pause: options.pause }),
    onTold: (event) => book.told(event),
    onFailure: ({ event }, reason) => log.warn({ event, reason }, 'callback not confirmed'),
  });
  const desk = openDesk({ clock, random }, book, sender.tell);
  const app = createServer(log);
  await app.register(formbody, { bodyLimit: BODY_LIMIT_BYTES });
  serveMerchant(app, {
    desk,
    key,
    losesAnswer: () => fraction(random) < (options.loseAnswers ?? 0),
    checkoutUrl: ({ reference }) => `${app.listeningOrigin}/pay/${reference}`,
  });
  servePages(app, { desk, clock });
  serveAssets(app, options.assets);
  for (const event of book.untold()) sender.tell(event);
  const sweeping = setInterval(() => desk.sweep(), options.sweepMs ?? SWEEP_MS);
  app.addHook('onClose', async () => {
    clearInterval(sweeping);
    sender.stop();
    journal.close();
  });
  return app;
}

/** Requests are logged by their route: an address holds the reference of an order, and a body holds a card. */
function createServer(log: FastifyBaseLogger): FastifyInstance {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: 30 * SECOND_MS,
    routerOptions: { maxParamLength: 100 },
    exposeHeadRoutes: false,
    forceCloseConnections: true,
  });
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.decorateRequest('losesAnswer', false);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const milliseconds = Math.round(reply.elapsedTime);
    log.info({ method, route: routeOptions.url ?? null, status: reply.statusCode, milliseconds }, 'answered');
  });
  return app;
}

/** From 0 up to 1. */
function fraction(random: Random): number {
  return Buffer.from(random.bytes(4)).readUInt32BE() / 2 ** 32;
}
