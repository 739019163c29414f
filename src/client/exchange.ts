import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { Way } from './trace/recorder.ts';

export interface RawRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path and query. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

export interface RawReply {
  status: number;
  headers: IncomingHttpHeaders;
  /** The body as it came, still encoded. Reading it slowly slows the sender down. */
  body: Readable;
}

/** Whoever reads a reply wants no more of it. */
export class ReaderStopped extends Error {
  override name = 'ReaderStopped';
}

/** What is known about a request that failed. */
export interface Progress {
  /** Turns true when its first byte may have left: the cabinet may have acted. */
  sent: boolean;
}

/**
 * One request and the head of its reply. `signal` ends it in every phase, the body included.
 * @throws whatever the connection failed with, or the reason of `signal`
 */
export function exchange(
  dispatcher: Way,
  origin: string,
  request: RawRequest,
  progress: Progress,
  signal: AbortSignal,
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let body: Readable | undefined;
    const end = () => signal.removeEventListener('abort', abort);
    const abort = () => {
      const reason = signal.reason as Error;
      reject(reason);
      body?.destroy(reason);
      if (controller) controller.abort(reason);
      else void dispatcher.destroy(reason);
    };
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', abort);
    dispatcher.dispatch(
      {
        origin,
        method: request.method,
        path: request.path,
        headers: request.headers,
        body: request.body ?? null,
      },
      {
        onRequestStart(started) {
          progress.sent = true;
          controller = started;
        },
        onResponseStart(running, status, headers) {
          if (status < 200) return;
          body = bodyOf(running);
          resolve({ status, headers, body });
        },
        onResponseData(running, chunk) {
          if (body?.push(chunk) === false) running.pause();
        },
        onResponseEnd() {
          end();
          body?.push(null);
        },
        onResponseError(_running, error) {
          end();
          reject(error);
          body?.destroy(error);
        },
      },
    );
  });
}

/** The bytes of a reply, as fast as they are read; a reader that stops ends the request. */
function bodyOf(running: Dispatcher.DispatchController): Readable {
  const body = new Readable({
    read: () => running.resume(),
    destroy(error, done) {
      if (!this.readableEnded) running.abort(error ?? new ReaderStopped());
      done(error);
    },
  });
  // An error that nobody reads any more must not end the program.
  body.on('error', () => {});
  return body;
}
