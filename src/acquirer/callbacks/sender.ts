import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../shared/clock.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../shared/period.ts';
import type { OrderEvent } from '../orders/journal.ts';
import { sign } from './signature.ts';

export interface SenderOptions {
  clock: Clock;
  /** The merchant's key, which callbacks are signed with. */
  key: string;
  /** How many times every event is told, all of them at once. */
  copies: number;
  /** The pause after a failed attempt, in milliseconds; attempts count from 1. */
  pause?: (attempt: number) => number;
  /** Every copy of an event was confirmed, or given up after a day. */
  onTold(event: OrderEvent): void;
  onFailure(event: OrderEvent, reason: string): void;
}

export interface Sender {
  tell(event: OrderEvent): void;
  /** Ends waiting and running attempts. */
  stop(): void;
}

const ATTEMPT_MS = 10 * SECOND_MS;
const AT_ONCE = 32;

/** Tells events until they are confirmed, with growing pauses, for at most a day. */
export function callbackSender(options: SenderOptions): Sender {
  const { clock, copies, pause = growingPause, onTold, onFailure } = options;
  const stopping = new AbortController();
  setMaxListeners(Number.POSITIVE_INFINITY, stopping.signal);
  const slots = limit(AT_ONCE);

  async function deliver(event: OrderEvent): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const failure = await slots(() => post(event, options, stopping.signal));
      if (failure === null) return;
      stopping.signal.throwIfAborted();
      onFailure(event, failure);
      if (clock.now().getTime() - Date.parse(event.at) >= DAY_MS) return;
      await sleep(pause(attempt), undefined, { signal: stopping.signal });
    }
  }

  return {
    tell(event) {
      // What ends while the sender stops is told again after the next start.
      const stopped = () => stopping.signal.aborted;
      Promise.all(Array.from({ length: copies }, () => deliver(event))).then(
        () => stopped() || onTold(event),
        (error: unknown) => {
          if (!stopped()) throw error;
        },
      );
    },
    stop: () => stopping.abort(),
  };
}

/** One attempt: null when it was confirmed, otherwise why not. */
async function post(
  event: OrderEvent,
  { clock, key }: SenderOptions,
  stopping: AbortSignal,
): Promise<string | null> {
  const body = JSON.stringify({ event: event.event, payment: event.order });
  try {
    const response = await fetch(event.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'acquirer-signature': sign(body, key, clock.now()) },
      body,
      redirect: 'error',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(ATTEMPT_MS)]),
    });
    await response.arrayBuffer();
    return response.ok ? null : String(response.status);
  } catch (error) {
    return error instanceof Error ? error.name : 'failed';
  }
}

/** 0.5 s, 1 s, 2 s … 10 min. */
function growingPause(attempt: number): number {
  return Math.min(10 * MINUTE_MS, 500 * 2 ** Math.min(attempt - 1, 20));
}

/** Lets so many of the works handed in run at once; the others wait for their turn. */
function limit(most: number) {
  const queue: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => queue.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
