import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLoopback } from '../shared/origin.ts';
import { decode, ENCODINGS } from './decode.ts';
import { openDispatcher } from './dispatcher.ts';
import { TransportError } from './errors.ts';
import { exchange, type Progress, type RawRequest } from './exchange.ts';
import { toTransportError } from './failures.ts';
import type { Environment } from './proxy.ts';
import type { Recorder, Way } from './trace/recorder.ts';

/** A whole reply is at most this many bytes, decoded: 10 MiB. */
export const MAXIMUM_REPLY_BYTES = 10 * 1024 * 1024;

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface OpenReply {
  status: number;
  headers: IncomingHttpHeaders;
  /** Decoded bytes. Fails when nothing came for the whole time limit. */
  body: AsyncIterable<Uint8Array>;
  /** Lets go of the request, read to its end or not: one that is left open keeps the program running. */
  end(): void;
}

/** Requests to one exact origin; there is no way to make it send anything elsewhere. */
export interface Transport {
  readonly origin: string;
  /** Milliseconds of waiting that are left of the command's time limit. */
  remainingMs(): number;
  /** Begins the time limit anew. */
  renew(): void;
  /** A request and its whole reply. @throws TransportError, or the reason of `signal` */
  send(request: RawRequest, signal?: AbortSignal): Promise<Reply>;
  /** A request and a reply of any length; time is limited between two pieces. @throws TransportError */
  open(request: RawRequest, signal?: AbortSignal): Promise<OpenReply>;
  /** Waits before another try, which takes from the time limit too. @throws the reason of `signal` */
  pause(milliseconds: number, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface TransportSettings {
  origin: string;
  env: Environment;
  /** For all requests of a command together; waiting for a person's answer does not count. */
  timeoutMs: number;
  userAgent: string;
  /** Told of everything that is sent and received. */
  recorder?: Recorder;
}

/** @throws TransportError `insecure` for plain http to anything but loopback */
export function createTransport(settings: TransportSettings): Transport {
  const { origin } = settings;
  if (!origin.startsWith('https:') && !isLoopback(origin))
    throw new TransportError('insecure', { origin, detail: 'http', sent: false });
  return new UndiciTransport(settings);
}

class UndiciTransport implements Transport {
  readonly origin: string;
  readonly #settings: TransportSettings;
  #dispatcher: Promise<Way> | undefined;
  #spentMs = 0;

  constructor(settings: TransportSettings) {
    this.origin = settings.origin;
    this.#settings = settings;
  }

  remainingMs(): number {
    return Math.max(0, this.#settings.timeoutMs - this.#spentMs);
  }

  renew(): void {
    this.#spentMs = 0;
  }

  async send(request: RawRequest, signal?: AbortSignal): Promise<Reply> {
    const progress = { sent: false };
    const limit = new Limit(this.remainingMs(), () => this.#late(progress), signal);
    const started = performance.now();
    try {
      const { status, headers, body } = await this.#begin(request, progress, limit);
      return { status, headers, body: await this.#collect(body) };
    } catch (error) {
      throw this.#explain(error, progress, signal);
    } finally {
      limit.end();
      this.#spentMs += performance.now() - started;
    }
  }

  async open(request: RawRequest, signal?: AbortSignal): Promise<OpenReply> {
    const progress = { sent: false };
    const limit = new Limit(this.#settings.timeoutMs, () => this.#late(progress), signal);
    try {
      const { status, headers, body } = await this.#begin(request, progress, limit);
      limit.pause();
      const end = () => {
        limit.end();
        body.destroy();
      };
      return { status, headers, body: this.#pieces(body, progress, limit, signal), end };
    } catch (error) {
      limit.end();
      throw this.#explain(error, progress, signal);
    }
  }

  async pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
    this.#spentMs += milliseconds;
    await sleep(milliseconds, undefined, signal && { signal }).catch(() => signal?.throwIfAborted());
  }

  async close(): Promise<void> {
    await (await this.#dispatcher)?.destroy();
    this.#dispatcher = undefined;
  }

  async #begin(request: RawRequest, progress: Progress, limit: Limit) {
    this.#dispatcher ??= openDispatcher(this.origin, this.#settings.env, this.#settings.recorder);
    const headers = {
      'user-agent': this.#settings.userAgent,
      'accept-encoding': ENCODINGS,
      ...request.headers,
    };
    const dispatcher = await this.#dispatcher;
    const reply = await exchange(dispatcher, this.origin, { ...request, headers }, progress, limit.signal);
    if (reply.status >= 300 && reply.status < 400) {
      reply.body.destroy();
      throw this.#failure('redirect', targetOf(reply.headers.location, this.origin), progress);
    }
    const encoding = reply.headers['content-encoding'];
    const body = await decode(reply.body, encoding);
    if (body === null) {
      reply.body.destroy();
      throw this.#failure('bad_reply', 'content-encoding', progress);
    }
    return { ...reply, body };
  }

  async #collect(body: Readable): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of body as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > MAXIMUM_REPLY_BYTES)
        throw this.#failure('too_large', `${MAXIMUM_REPLY_BYTES}`, { sent: true });
      pieces.push(piece);
    }
    return Buffer.concat(pieces, size);
  }

  /** Time runs only while we wait for the peer, not while the reader writes to a slow disk or pipe. */
  async *#pieces(body: Readable, progress: Progress, limit: Limit, signal: AbortSignal | undefined) {
    const source = (body as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    try {
      while (true) {
        limit.resume();
        const piece = await source.next();
        limit.pause();
        if (piece.done) return;
        yield piece.value;
      }
    } catch (error) {
      throw this.#explain(error, progress, signal);
    }
  }

  #late(progress: Progress): TransportError {
    // A dispatcher that was connecting is destroyed with the request; the next one starts afresh.
    if (!progress.sent) this.#dispatcher = undefined;
    return this.#failure('timeout', `${Math.round(this.#settings.timeoutMs / 1000)} s`, progress);
  }

  #failure(failure: TransportError['failure'], detail: string, { sent }: Progress): TransportError {
    return new TransportError(failure, { origin: this.origin, detail, sent });
  }

  #explain(error: unknown, { sent }: Progress, signal: AbortSignal | undefined): unknown {
    if (signal?.aborted) return signal.reason;
    return toTransportError(error, { origin: this.origin, sent });
  }
}

/** Where a redirect points, as a host for the message. */
function targetOf(location: string | undefined, origin: string): string {
  return location !== undefined && URL.canParse(location, origin) ? new URL(location, origin).host : '?';
}

/** A time limit that can stand still, joined with the caller's own signal. */
class Limit {
  readonly signal: AbortSignal;
  readonly #milliseconds: number;
  readonly #expire: () => void;
  readonly #unlisten: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number, reason: () => TransportError, outer: AbortSignal | undefined) {
    const controller = new AbortController();
    const stop = () => controller.abort(outer?.reason);
    this.signal = controller.signal;
    this.#milliseconds = milliseconds;
    this.#expire = () => controller.abort(reason());
    this.#unlisten = () => outer?.removeEventListener('abort', stop);
    if (outer?.aborted) stop();
    else outer?.addEventListener('abort', stop);
    this.resume();
  }

  resume(): void {
    this.pause();
    this.#timer = setTimeout(this.#expire, this.#milliseconds);
  }

  pause(): void {
    clearTimeout(this.#timer);
  }

  end(): void {
    this.pause();
    this.#unlisten();
  }
}
