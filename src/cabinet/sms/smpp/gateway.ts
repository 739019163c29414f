import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Pdu } from 'smpp';
import type { Clock, Random } from '../../../shared/clock.ts';
import { SECOND_MS } from '../../../shared/period.ts';
import type { SmsPart, SmsReceipt, Submitted } from '../../domain/sms/part.ts';
import type { Settings } from '../../settings.ts';
import type { SmsGateway } from '../port.ts';
import { isReceipt, type Piece, readPiece, readReceipt } from './decode.ts';
import { encodeText } from './encode.ts';
import type { Server } from './server.ts';
import { type Connection, connect } from './session.ts';
import { readAnswer, submitFields, THROTTLED, TRY_LATER } from './submit.ts';
import { createWindow, type Window } from './window.ts';

export interface SmppOptions {
  server: Server;
  clock: Clock;
  random: Random;
  settings: Settings;
  log: FastifyBaseLogger;
  /** Both return when what they took is committed. */
  onReceipt(receipt: SmsReceipt): Promise<void>;
  onPiece(piece: Piece): Promise<void>;
  /** There is room again. */
  onReady(): void;
}

const FIRST_PAUSE_MS = SECOND_MS;
const LONGEST_PAUSE_MS = 60 * SECOND_MS;
const LONGEST_THROTTLE_MS = 30 * SECOND_MS;
/** A connection that lasted this long was a good one. */
const SETTLED_MS = 10 * SECOND_MS;

/** Keeps a connection to a short-message service, as long as it takes to get one. Every node of a cabinet has its own. */
export function createSmppGateway(options: SmppOptions): SmsGateway {
  const { clock, settings, log, random } = options;
  const stopping = new AbortController();
  const delivering = new Set<Promise<number>>();
  let current: { connection: Connection; window: Window; caughtUp: boolean } | undefined;
  let failures = 0;
  const throttle = createThrottle(random, options.onReady);

  const onDeliver = (pdu: Pdu) => {
    const work = take(pdu, options).finally(() => delivering.delete(work));
    delivering.add(work);
    return work;
  };

  const keepConnected = async () => {
    const { server } = options;
    const where = { host: server.host, port: server.port };
    while (!stopping.signal.aborted) {
      try {
        const { smppAnswerMs: answerMs, smppEnquireMs: enquireMs } = settings;
        const connection = await connect({ server, answerMs, enquireMs, onDeliver });
        const window = createWindow(settings.smppWindow);
        const bound = { connection, window, caughtUp: false };
        current = bound;
        log.info(where, 'smpp bound');
        if (stopping.signal.aborted) void connection.unbind();
        const timers = [
          setTimeout(() => {
            failures = 0;
          }, SETTLED_MS),
          setTimeout(async () => {
            await Promise.all(delivering);
            bound.caughtUp = true;
          }, settings.smsUncertainMs),
        ];
        options.onReady();
        const reason = await connection.closed;
        for (const timer of timers) clearTimeout(timer);
        current = undefined;
        window.close();
        log.warn({ ...where, reason }, 'smpp connection closed');
      } catch (error) {
        log.warn(
          { ...where, reason: error instanceof Error ? error.message : String(error) },
          'smpp not bound',
        );
      }
      const pause = jittered(random, FIRST_PAUSE_MS * 2 ** failures++, LONGEST_PAUSE_MS);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const connected = keepConnected();

  return {
    room: () => (current && !throttle.on() ? current.window.room() : 0),
    caughtUp: () => current?.caughtUp ?? false,
    countParts: (text) => encodeText(text, 0).parts.length,
    async submit(part: SmsPart, giveUp: AbortSignal): Promise<Submitted> {
      if (!current || throttle.on()) return { kind: 'unsent' };
      const { connection, window } = current;
      if (!(await window.enter(giveUp))) return { kind: 'unsent' };
      try {
        if (throttle.on()) return { kind: 'unsent' };
        const answer = await connection.submit(submitFields(part, clock.now()));
        if (typeof answer === 'string') return { kind: answer };
        if (answer.command_status === THROTTLED) throttle.begin();
        else throttle.end();
        return readAnswer(answer);
      } finally {
        window.leave();
      }
    },
    async close() {
      stopping.abort();
      await current?.connection.unbind();
      await connected;
      await Promise.all(delivering);
    },
  };
}

/** Takes a deliver_sm; a failure of ours makes the service keep it and send it again. */
async function take(pdu: Pdu, { onReceipt, onPiece, log }: SmppOptions): Promise<number> {
  try {
    const receipt = readReceipt(pdu);
    if (receipt) await onReceipt(receipt);
    else if (!isReceipt(pdu)) await onPiece(readPiece(pdu));
    return 0;
  } catch (error) {
    log.error({ err: error }, 'deliver_sm not taken');
    return TRY_LATER;
  }
}

/** «Slow down»: nothing is sent for a while that doubles with every such answer. */
function createThrottle(random: Random, onReady: () => void) {
  let times = 0;
  let waiting = false;
  return {
    on: () => waiting,
    begin() {
      if (waiting) return;
      waiting = true;
      const over = () => {
        waiting = false;
        onReady();
      };
      setTimeout(over, jittered(random, FIRST_PAUSE_MS * 2 ** times++, LONGEST_THROTTLE_MS)).unref();
    },
    end() {
      if (!waiting) times = 0;
    },
  };
}

/** Between a half and the whole of a pause, so that nodes do not come back all at once. */
function jittered(random: Random, pause: number, longest: number): number {
  const [byte = 0] = random.bytes(1);
  return (Math.min(pause, longest) * (1 + byte / 255)) / 2;
}
