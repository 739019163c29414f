import { STATUS_CODES } from 'node:http';
import { shownReplyBody, shownRequestBody } from './body.ts';
import { type HarPair, shownMedia, shownReplyHeaders, shownRequestHeaders } from './headers.ts';
import type { StandIns } from './stand-ins.ts';
import { shownTarget } from './target.ts';

/** One request and what became of it, as it really was: nothing of this is written anywhere. */
export interface Exchange {
  startedAt: string;
  origin: string;
  method: string;
  /** Path and query. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
  reply: ExchangeReply | undefined;
  /** Why there is no reply, or not all of it. */
  failure: string | undefined;
  timings: HarTimings;
}

export interface ExchangeReply {
  status: number;
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body, decoded; only its beginning when it is `cut`. */
  text: string;
  cut: boolean;
  /** Bytes of the whole body, decoded and as they came; -1 when unknown. */
  size: number;
  encodedSize: number;
}

/** Milliseconds; -1 for what is unknown or did not happen. `connect` includes `ssl` (HAR 1.2). */
export interface HarTimings {
  blocked: number;
  dns: number;
  connect: number;
  ssl: number;
  send: number;
  wait: number;
  receive: number;
}

/** What is known of the command behind a trace. Nothing of what was typed after its words is. */
export interface TraceAbout {
  version: string;
  command: string;
  /** Exit code, and the stable code of the failure. */
  exit: number;
  code: string | null;
  node: string;
  platform: string;
  /** Requests that are not in the trace, because there were very many. */
  dropped: number;
}

export const TRACE_SCHEMA = 'trace/1';

/** A trace: HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/). */
export interface Har {
  log: {
    version: '1.2';
    creator: { name: 'lisa'; version: string };
    pages: never[];
    entries: HarEntry[];
    comment: string;
    _lisa: { schema: typeof TRACE_SCHEMA } & Omit<TraceAbout, 'version'>;
  };
}

export function toHar({ version, ...about }: TraceAbout, entries: HarEntry[]): Har {
  return {
    log: {
      version: '1.2',
      creator: { name: 'lisa', version },
      pages: [],
      entries,
      comment: 'Only what an allow-list names is told: lisa support replay sends the requests again.',
      _lisa: { schema: TRACE_SCHEMA, ...about },
    },
  };
}

/** An entry of HAR 1.2. Members with an underscore are additions: `_error` is Chromium's. */
export interface HarEntry {
  startedDateTime: string;
  time: number;
  request: {
    method: string;
    url: string;
    httpVersion: string;
    cookies: never[];
    headers: HarPair[];
    queryString: HarPair[];
    postData?: { mimeType: string; params: never[]; text: string };
    headersSize: number;
    bodySize: number;
  };
  response: {
    status: number;
    statusText: string;
    httpVersion: string;
    cookies: never[];
    headers: HarPair[];
    content: { size: number; mimeType: string; text?: string };
    redirectURL: string;
    headersSize: number;
    bodySize: number;
    _error?: string;
  };
  cache: Record<string, never>;
  timings: HarTimings;
  _operation: string | null;
}

/** An exchange as a trace tells it. */
export function entryOf(exchange: Exchange, standIns: StandIns): HarEntry {
  const { method, body, headers, timings } = exchange;
  const { operation, path, query } = shownTarget(method, exchange.path, standIns);
  const asked = {
    text: body ?? '',
    bytes: Buffer.byteLength(body ?? ''),
    cut: false,
    media: shownMedia(headers),
  };
  const text = shownRequestBody(operation, asked, { standIns });
  return {
    startedDateTime: exchange.startedAt,
    time: total(timings),
    request: {
      method,
      url: `${exchange.origin}${path}`,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: shownRequestHeaders(headers, standIns),
      queryString: query,
      ...(body === undefined ? {} : { postData: { mimeType: asked.media, params: [], text } }),
      headersSize: -1,
      bodySize: body === undefined ? 0 : -1,
    },
    response: responseOf(exchange, operation, standIns),
    cache: {},
    timings,
    _operation: operation?.id ?? null,
  };
}

function responseOf(
  { reply, failure }: Exchange,
  operation: ReturnType<typeof shownTarget>['operation'],
  standIns: StandIns,
): HarEntry['response'] {
  const error = failure === undefined ? {} : { _error: failure };
  if (reply === undefined) return { ...NO_RESPONSE, ...error };
  const { status, headers, text, cut, size, encodedSize } = reply;
  const mimeType = shownMedia(headers);
  const body = { text, bytes: size, cut, media: mimeType };
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: shownReplyHeaders(headers),
    content: { size, mimeType, text: shownReplyBody(operation, status, body, { standIns }) },
    redirectURL: '',
    headersSize: -1,
    bodySize: encodedSize,
    ...error,
  };
}

/** As Chromium writes it. */
const NO_RESPONSE: HarEntry['response'] = {
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: 'x-unknown' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
};

/** The sum of the phases; `ssl` is in `connect` already. */
function total({ blocked, dns, connect, send, wait, receive }: HarTimings): number {
  const known = [blocked, dns, connect, send, wait, receive].filter((phase) => phase >= 0);
  return rounded(known.reduce((sum, phase) => sum + phase, 0));
}

/** Microseconds are enough. */
export function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
