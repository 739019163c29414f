import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Pdu } from 'smpp';
import type { Random } from '../../../shared/clock.ts';
import { SECOND_MS } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { jittered } from './pauses.ts';
import { type Connection, connect } from './session.ts';
import type { SmscAccount } from './smsc.ts';
import { createWindow, type Window } from './window.ts';

export interface LinkOptions {
  smsc: SmscAccount;
  random: Random;
  settings: Settings;
  log: FastifyBaseLogger;
  /** Takes a message or a receipt; answers with a command_status, and never throws. */
  onDeliver(pdu: Pdu): Promise<number>;
  onBound(): void;
  onLost(): void;
}

interface Bound {
  connection: Connection;
  window: Window;
  caughtUp: boolean;
}

/** A connection that comes back. */
export interface Link {
  current(): Bound | undefined;
  close(): Promise<void>;
}

const FIRST_PAUSE_MS = SECOND_MS;
const LONGEST_PAUSE_MS = 60 * SECOND_MS;
/** A connection that lasted this long was a good one. */
const SETTLED_MS = 10 * SECOND_MS;

/** Keeps a connection to a short-message service, as long as it takes to get one. */
export function keepLink(options: LinkOptions): Link {
  const { smsc, random, settings, log } = options;
  const where = { host: smsc.host, port: smsc.port };
  const stopping = new AbortController();
  const delivering = new Set<Promise<number>>();
  let current: Bound | undefined;
  let failures = 0;

  const onDeliver = (pdu: Pdu) => {
    const work = options.onDeliver(pdu).finally(() => delivering.delete(work));
    delivering.add(work);
    return work;
  };

  const serve = async () => {
    const { smppAnswerMs: answerMs, smppEnquireMs: enquireMs } = settings;
    const connection = await connect({ smsc, answerMs, enquireMs, onDeliver });
    const bound = { connection, window: createWindow(settings.smppWindow), caughtUp: false };
    current = bound;
    log.info(where, 'smpp bound');
    if (stopping.signal.aborted) void connection.unbind();
    const settled = setTimeout(() => {
      failures = 0;
    }, SETTLED_MS);
    const quiet = setTimeout(async () => {
      await Promise.all(delivering);
      bound.caughtUp = true;
    }, settings.smsUncertainMs);
    options.onBound();
    const reason = await connection.closed;
    clearTimeout(settled);
    clearTimeout(quiet);
    current = undefined;
    options.onLost();
    bound.window.close();
    log.warn({ ...where, reason }, 'smpp connection closed');
  };

  const keep = async () => {
    while (!stopping.signal.aborted) {
      await serve().catch((error: unknown) => {
        log.warn({ ...where, reason: reasonOf(error) }, 'smpp not bound');
      });
      const pause = jittered(random, FIRST_PAUSE_MS * 2 ** failures++, LONGEST_PAUSE_MS);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const kept = keep();

  return {
    current: () => current,
    async close() {
      stopping.abort();
      await current?.connection.unbind();
      await kept;
      await Promise.all(delivering);
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
