import { redacted } from './shown.ts';
import type { StandIns } from './stand-ins.ts';

export interface HarPair {
  name: string;
  value: string;
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

const MEDIA = /^[a-z]+\/[a-z0-9.+-]{1,60}(; ?charset=[a-z0-9-]{1,20})?$/i;
const NUMBER = /^\d{1,9}$/;
const WORD = /^[A-Za-z, -]{1,60}$/;

/** Headers of requests that are ours to say, and what they may look like. */
const ASKED: Readonly<Record<string, RegExp>> = {
  accept: /^[a-z0-9/+.,; *=-]{1,120}$/i,
  'accept-encoding': WORD,
  'content-type': MEDIA,
  'content-length': NUMBER,
  host: /^[\w.:[\]-]{1,260}$/,
  'idempotency-key': /^([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  'user-agent': /^lisa\/[\w.+-]{1,40}$/,
};

const ANSWERED: Readonly<Record<string, RegExp>> = {
  'cache-control': /^[a-z0-9=, -]{1,80}$/i,
  connection: WORD,
  'content-encoding': WORD,
  'content-length': NUMBER,
  'content-type': MEDIA,
  date: /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  'keep-alive': /^timeout=\d{1,6}(, max=\d{1,6})?$/,
  'retry-after': NUMBER,
  'transfer-encoding': WORD,
  vary: WORD,
  'www-authenticate': /^Bearer$/,
  'x-ratelimit-limit': NUMBER,
  'x-ratelimit-remaining': NUMBER,
  'x-ratelimit-reset': NUMBER,
  'x-request-id': /^[0-9a-f]{24}$/,
};

/** Of a request we know the names, and tell them all. `lisa-as` is a subscriber, and has a stand-in. */
export function shownRequestHeaders(headers: Headers, standIns: StandIns): HarPair[] {
  return pairs(headers).map(({ name, value }) => {
    if (name === 'lisa-as') return { name, value: standIns.of('login', decoded(value)) };
    if (name === 'authorization') return { name, value: `Bearer ${redacted('string')}` };
    return { name, value: fits(ASKED, name, value) ? value : redacted('string') };
  });
}

/** Of a reply even the names are another's words: those that are not ours are left out. */
export function shownReplyHeaders(headers: Headers): HarPair[] {
  return pairs(headers).filter(({ name, value }) => fits(ANSWERED, name, value));
}

/** The media type of a body, or nothing when it is not one. */
export function shownMedia(headers: Headers): string {
  const [type] = pairs(headers).filter(({ name }) => name === 'content-type');
  return type !== undefined && MEDIA.test(type.value) ? type.value : '';
}

function pairs(headers: Headers): HarPair[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    (value === undefined ? [] : [value].flat()).map((one) => ({
      name: name.toLowerCase(),
      value: String(one),
    })),
  );
}

function fits(known: Readonly<Record<string, RegExp>>, name: string, value: string): boolean {
  return Object.hasOwn(known, name) && known[name]?.test(value) === true;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
