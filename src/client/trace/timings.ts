import { type HarTimings, rounded } from './har.ts';
import type { Connection } from './recorder.ts';

/** Moments of one request, by `performance.now()`. */
export interface Moments {
  requested: number;
  /** The newest connection when it was over; it may be older than the request. */
  connection: Connection | undefined;
  begun?: number;
  sent?: number;
  head?: number;
  ended: number;
}

/** The phases of HAR 1.2. A connection that was there before costs nothing; what never came to pass is -1. */
export function timingsOf(moments: Moments): HarTimings {
  const { requested, begun, ended, head } = moments;
  const fresh =
    moments.connection !== undefined && moments.connection.begun >= requested
      ? moments.connection
      : undefined;
  const ready = fresh?.secured ?? fresh?.connected;
  const sent = begun === undefined ? undefined : (moments.sent ?? begun);
  const connecting = fresh?.lookedUp ?? fresh?.begun;
  return {
    blocked:
      between(requested, fresh?.begun ?? begun ?? ended) + (ready ? between(ready, begun ?? ready) : 0),
    dns: fresh?.lookedUp === undefined ? -1 : between(fresh.begun, fresh.lookedUp),
    connect: connecting === undefined ? -1 : between(connecting, ready ?? begun ?? ended),
    ssl:
      fresh?.secured === undefined || fresh.connected === undefined
        ? -1
        : between(fresh.connected, fresh.secured),
    send: begun === undefined || sent === undefined ? 0 : between(begun, sent),
    wait: sent === undefined ? 0 : between(sent, head ?? ended),
    receive: head === undefined ? 0 : between(head, ended),
  };
}

function between(from: number, to: number): number {
  return rounded(Math.max(0, to - from));
}
