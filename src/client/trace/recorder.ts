import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { RawRequest } from '../exchange.ts';

/** Moments of one connection, by `performance.now()`. */
export interface Connection {
  begun: number;
  lookedUp?: number;
  connected?: number;
  secured?: number;
}

/** Told of one request while it happens. */
export interface Recording {
  /** The first byte is about to leave. */
  begun(): void;
  sent(): void;
  head(status: number, headers: IncomingHttpHeaders): void;
  data(chunk: Uint8Array): void;
  /** Nothing more will come, because of `failure` where there is one. */
  done(failure?: unknown): void;
}

/** Keeps what is sent and received. Every try of a request is one of its own. */
export interface Recorder {
  /** A request is about to go; `connection` is the newest one to its origin, where that is known. */
  requested(origin: string, request: RawRequest, connection: () => Connection | undefined): Recording;
}

/** A way to a server, as `exchange` needs it. */
export type Way = Pick<Dispatcher, 'dispatch' | 'destroy'>;

/** The same way, with every request on it told to `recorder`. */
export function recorded(
  way: Way,
  recorder: Recorder,
  origin: string,
  connection: () => Connection | undefined,
): Way {
  return {
    destroy: way.destroy.bind(way) as Way['destroy'],
    dispatch: (options, handler) =>
      way.dispatch(options, listening(handler, recorder.requested(origin, toRaw(options), connection))),
  };
}

function toRaw({ method, path, headers, body }: Dispatcher.DispatchOptions): RawRequest {
  const raw = { method: method as RawRequest['method'], path, headers: headers as RawRequest['headers'] };
  return typeof body === 'string' ? { ...raw, body } : raw;
}

function listening(handler: Dispatcher.DispatchHandler, recording: Recording): Dispatcher.DispatchHandler {
  return {
    onRequestStart(controller, context) {
      recording.begun();
      handler.onRequestStart?.(controller, context);
    },
    onRequestSent() {
      recording.sent();
    },
    onResponseStart(controller, status, headers, message) {
      if (status >= 200) recording.head(status, headers);
      handler.onResponseStart?.(controller, status, headers, message);
    },
    onResponseData(controller, chunk) {
      recording.data(chunk);
      handler.onResponseData?.(controller, chunk);
    },
    onResponseEnd(controller, trailers) {
      recording.done();
      handler.onResponseEnd?.(controller, trailers);
    },
    onResponseError(controller, error) {
      recording.done(error);
      handler.onResponseError?.(controller, error);
    },
  };
}
