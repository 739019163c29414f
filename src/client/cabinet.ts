import type { InputOf, Operation, ReplyOf } from '../contract/operation.ts';
import type { Random } from '../shared/clock.ts';
import type { CallOptions, Client, View } from './client.ts';
import { TransportError } from './errors.ts';
import type { RawRequest } from './exchange.ts';
import { readLines } from './lines.ts';
import { expectMedia, readProblem, readReply, requestIdOf } from './reply.ts';
import { type AnyInput, pathOf, toRequest } from './request.ts';
import { type FailedTry, isBusy, pauseBeforeRetry, retryAfterMs } from './retry.ts';
import type { Reply, Transport } from './transport.ts';

/** One request as `--debug` tells it: no query, no header, no body. */
export interface RequestEvent {
  method: string;
  path: string;
  /** The status, or the failure when there is no answer. */
  outcome: string;
  milliseconds: number;
  requestId: string | undefined;
}

export interface ClientSettings {
  transport: Transport;
  /** Asked before every request that needs one; the transport's origin is the only one it goes to. */
  token(): Promise<string | undefined>;
  random: Random;
  /** Whose data every read is about, when it is not the owner's of the token. */
  view?: View;
  /** Told after every try. */
  onRequest?(event: RequestEvent): void;
}

const STREAM = 'application/x-ndjson';

/** A client of the cabinet behind `transport`. */
export function createClient(settings: ClientSettings): Client {
  return new CabinetClient(settings);
}

class CabinetClient implements Client {
  readonly #settings: ClientSettings;
  #connectedBefore = false;

  constructor(settings: ClientSettings) {
    this.#settings = settings;
  }

  async call<O extends Operation>(
    operation: O,
    given: InputOf<O>,
    { idempotencyKey, signal, waiting }: CallOptions = {},
  ): Promise<ReplyOf<O>> {
    const { transport, random } = this.#settings;
    if (waiting) transport.renew();
    const input: AnyInput = given as object;
    const headers = await this.#headers(operation, 'application/json');
    if (operation.mutation) headers['idempotency-key'] = idempotencyKey ?? uuid(random.bytes(16));
    const request = toRequest(operation, input, headers);
    const path = pathOf(operation, input);
    let lost: TransportError | undefined;
    for (let tries = 1; ; tries += 1) {
      const outcome = await this.#try(request, path, signal);
      const failed = outcome instanceof TransportError;
      if (failed && outcome.sent) lost ??= outcome;
      const pause = pauseBeforeRetry({
        tries,
        repeatable: operation.mutation === true || operation.method !== 'POST',
        outcome: failed ? this.#failureOf(outcome) : statusOf(outcome),
        remainingMs: transport.remainingMs(),
        jitter: () => (random.bytes(1)[0] ?? 0) / 256,
      });
      if (pause === undefined) {
        // A try whose answer was lost may have acted, whatever the later ones came to.
        if (failed || (lost !== undefined && isBusy(outcome.status))) throw lost ?? outcome;
        return readReply(operation, outcome, transport.origin) as ReplyOf<O>;
      }
      await transport.pause(pause, signal);
    }
  }

  async *stream<O extends Operation>(
    operation: O,
    given: InputOf<O>,
    { signal }: Pick<CallOptions, 'signal'> = {},
  ): AsyncGenerator<string> {
    const { transport } = this.#settings;
    const input: AnyInput = given as object;
    const request = toRequest(operation, input, await this.#headers(operation, STREAM));
    const tell = this.#watch(request.method, pathOf(operation, input));
    const reply = await transport.open(request, signal).catch((error: unknown) => {
      tell(error instanceof TransportError ? error.failure : 'interrupted');
      throw error;
    });
    tell(String(reply.status), requestIdOf({}, reply.headers));
    try {
      if (reply.status >= 400)
        throw readProblem({ ...reply, body: await collect(reply.body) }, transport.origin);
      expectMedia(reply.headers, STREAM, transport.origin);
      yield* readLines(reply.body, transport.origin);
    } finally {
      reply.end();
    }
  }

  async #headers(operation: Operation, accept: string): Promise<Record<string, string>> {
    const headers: Record<string, string> = { accept: `${accept}, application/problem+json` };
    const wanted = operation.auth !== 'none' || operation.errors.includes('token_missing');
    const token = wanted ? await this.#settings.token() : undefined;
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    return { ...headers, ...this.#viewHeaders(operation) };
  }

  /** Percent-encoded: a header has no Cyrillic letters. */
  #viewHeaders({ auth, method }: Operation): Record<string, string> {
    const { view } = this.#settings;
    if (view === undefined || auth !== 'session' || method !== 'GET') return {};
    return {
      'lisa-as': encodeURIComponent(view.subscriber),
      'lisa-reason': encodeURIComponent(view.reason),
    };
  }

  /** One try: the reply, or the failure of the transport. @throws only what the caller's signal says */
  async #try(request: RawRequest, path: string, signal?: AbortSignal): Promise<Reply | TransportError> {
    const tell = this.#watch(request.method, path);
    try {
      const reply = await this.#settings.transport.send(request, signal);
      this.#connectedBefore = true;
      tell(String(reply.status), requestIdOf({}, reply.headers));
      return reply;
    } catch (error) {
      tell(error instanceof TransportError ? error.failure : 'interrupted');
      if (error instanceof TransportError) return error;
      throw error;
    }
  }

  #failureOf({ failure, sent }: TransportError): FailedTry['outcome'] {
    return { failure, connectedBefore: this.#connectedBefore || sent };
  }

  #watch(method: string, path: string) {
    const started = performance.now();
    return (outcome: string, requestId?: string) =>
      this.#settings.onRequest?.({
        method,
        path,
        outcome,
        milliseconds: Math.round(performance.now() - started),
        requestId,
      });
  }
}

function statusOf({ status, headers }: Reply): FailedTry['outcome'] {
  return { status, retryAfterMs: retryAfterMs(headers['retry-after']) };
}

/** The body of a problem that came instead of a stream: problems are small. */
async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > LARGEST_PROBLEM_BYTES) break;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const LARGEST_PROBLEM_BYTES = 64 * 1024;

/** A version 4 UUID (RFC 9562) from 16 random bytes. */
function uuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex').split('');
  hex[12] = '4';
  hex[16] = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
