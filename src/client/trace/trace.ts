import type { IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib';
import type { Clock } from '../../shared/clock.ts';
import { type RawRequest, ReaderStopped } from '../exchange.ts';
import { toTransportError } from '../failures.ts';
import { type Exchange, type ExchangeReply, entryOf, type HarEntry } from './har.ts';
import type { Connection, Recorder, Recording } from './recorder.ts';
import { StandIns } from './stand-ins.ts';
import { type Moments, timingsOf } from './timings.ts';

const MOST_ENTRIES = 1000;
/** What is kept of one reply; a stream can be of any length. */
const MOST_BYTES = 1024 * 1024;

/**
 * What a command and the cabinet said to each other. Raw bytes are kept only while a request runs; then the allow-list has
 * been over them. Of very many requests the newest are kept.
 */
export class Trace implements Recorder {
  readonly standIns = new StandIns();
  readonly #clock: Clock;
  readonly #requests: Requested[] = [];
  #dropped = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Requests that are not kept any more. */
  get dropped(): number {
    return this.#dropped;
  }

  requested(origin: string, request: RawRequest, connection: () => Connection | undefined): Recording {
    const startedAt = this.#clock.now().toISOString();
    const recording = new Requested({ startedAt, origin, request, connection }, this.standIns);
    this.#requests.push(recording);
    if (this.#requests.length > MOST_ENTRIES) {
      this.#requests.shift();
      this.#dropped += 1;
    }
    return recording;
  }

  /** In the order in which they were sent; one that still runs was interrupted. */
  entries(): HarEntry[] {
    return this.#requests.map((request) => request.entry());
  }
}

interface Given {
  startedAt: string;
  origin: string;
  request: RawRequest;
  connection(): Connection | undefined;
}

class Requested implements Recording {
  readonly #standIns: StandIns;
  #given: Given | undefined;
  #moments: Omit<Moments, 'ended' | 'connection'>;
  #head: { status: number; headers: IncomingHttpHeaders } | undefined;
  #pieces: Uint8Array[] = [];
  #kept = 0;
  #bytes = 0;
  #entry: HarEntry | undefined;

  constructor(given: Given, standIns: StandIns) {
    this.#given = given;
    this.#standIns = standIns;
    this.#moments = { requested: performance.now() };
  }

  begun(): void {
    this.#moments.begun = performance.now();
  }

  sent(): void {
    this.#moments.sent ??= performance.now();
  }

  head(status: number, headers: IncomingHttpHeaders): void {
    this.#moments.head = performance.now();
    this.#head = { status, headers };
  }

  data(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    if (this.#kept >= MOST_BYTES) return;
    // undici uses the memory of a chunk again.
    const piece = Uint8Array.from(chunk.subarray(0, MOST_BYTES - this.#kept));
    this.#kept += piece.length;
    this.#pieces.push(piece);
  }

  done(failure?: unknown): void {
    if (this.#given === undefined) return;
    const exchange = this.#exchange(this.#given, nameOf(failure));
    this.#entry = entryOf(exchange, this.#standIns);
    this.#given = undefined;
    this.#pieces = [];
  }

  entry(): HarEntry {
    if (this.#entry === undefined) this.done(INTERRUPTED);
    return this.#entry as HarEntry;
  }

  #exchange({ startedAt, origin, request, connection }: Given, failure: string | undefined): Exchange {
    const { method, path, headers, body } = request;
    const moments = { ...this.#moments, connection: connection(), ended: performance.now() };
    return {
      startedAt,
      origin,
      method,
      path,
      headers,
      body,
      reply: this.#reply(),
      failure,
      timings: timingsOf(moments),
    };
  }

  #reply(): ExchangeReply | undefined {
    if (this.#head === undefined) return undefined;
    const { status, headers } = this.#head;
    const whole = this.#kept === this.#bytes;
    const encoding = headers['content-encoding'] ?? '';
    const decoded = decodeBeginning(Buffer.concat(this.#pieces), encoding);
    const size = encoding === '' || !whole ? this.#bytes : (decoded?.length ?? this.#bytes);
    return {
      status,
      headers,
      text: decoded?.toString('utf8') ?? '',
      size,
      encodedSize: this.#bytes,
      cut: !whole,
    };
  }
}

/** The failures that the client knows (`timeout`, `refused` …), or that somebody stopped the command. */
function nameOf(failure: unknown): string | undefined {
  if (failure === undefined || failure instanceof ReaderStopped) return undefined;
  const stopped = failure === INTERRUPTED || (failure instanceof Error && failure.name === 'Interrupted');
  return stopped ? INTERRUPTED : toTransportError(failure, { origin: '', sent: true }).failure;
}

const INTERRUPTED = 'interrupted';

const DECODERS: Readonly<
  Record<string, (bytes: Buffer, limits: { maxOutputLength: number; finishFlush: number }) => Buffer>
> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: (bytes, { maxOutputLength }) =>
    brotliDecompressSync(bytes, { maxOutputLength, finishFlush: constants.BROTLI_OPERATION_FLUSH }),
};

/** As much as can be decoded of a body that may have been cut; nothing of what is not what it says it is. */
function decodeBeginning(bytes: Buffer, encoding: string): Buffer | undefined {
  if (encoding === '' || encoding === 'identity') return bytes;
  try {
    return DECODERS[encoding]?.(bytes, {
      maxOutputLength: 8 * MOST_BYTES,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch {
    return undefined;
  }
}
