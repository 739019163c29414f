import type { Static } from 'typebox';
import { Check } from 'typebox/schema';
import { REST } from './body.ts';
import { type Entry, Log } from './form.ts';
import { entryOf, type HarEntry, type TraceAbout } from './har.ts';
import { isRecord } from './shown.ts';
import { StandIns } from './stand-ins.ts';

/** A file that was said to be a trace. `not_json`, `not_har`; `foreign`: of another program; `damaged`: ours, and changed. */
export class BadTrace extends Error {
  override name = 'BadTrace';
  readonly problem: 'not_json' | 'not_har' | 'foreign' | 'damaged';
  /** The program that made a foreign one. */
  readonly creator: string;

  constructor(problem: BadTrace['problem'], creator = '') {
    super(problem);
    this.problem = problem;
    this.creator = creator;
  }
}

export interface ReadTrace {
  about: TraceAbout;
  entries: HarEntry[];
}

/**
 * A trace that was written before. The allow-list goes over it again: whatever somebody has put into the file meanwhile, no
 * more comes out than a new trace would tell.
 * @throws BadTrace
 */
export function readTrace(text: string): ReadTrace {
  const { creator, entries, _lisa } = logOf(text);
  const { schema: _, ...about } = _lisa;
  const standIns = new StandIns();
  return {
    about: { ...about, version: creator.version },
    entries: entries.map((entry) => readEntry(entry, standIns)),
  };
}

/** True for the beginning of a file that a trace may take the place of. */
export function beginsTrace(text: string): boolean {
  return /^\{\s*"log":\s*\{\s*"version":\s*"1\.2",\s*"creator":\s*\{\s*"name":\s*"lisa"/.test(text);
}

function logOf(text: string): Static<typeof Log> {
  const log = parsed(text)?.['log'];
  if (!isRecord(log) || !isRecord(log['creator'])) throw new BadTrace('not_har');
  const { name } = log['creator'];
  if (name !== 'lisa') throw new BadTrace('foreign', String(name).slice(0, 60));
  if (!Check(Log, log)) throw new BadTrace('damaged');
  return log;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return isRecord(value) ? value : undefined;
  } catch {
    throw new BadTrace('not_json');
  }
}

function readEntry(
  { startedDateTime, request, response, timings }: Static<typeof Entry>,
  standIns: StandIns,
) {
  if (!URL.canParse(request.url)) throw new BadTrace('damaged');
  const { protocol, origin, pathname, search } = new URL(request.url);
  if (protocol !== 'http:' && protocol !== 'https:') throw new BadTrace('damaged');
  const { status, content, bodySize, _error } = response;
  const answered = {
    status,
    headers: recordOf(response.headers),
    text: content.text ?? '',
    cut: content.text?.includes(REST) === true,
    size: content.size,
    encodedSize: bodySize,
  };
  const { blocked, dns, connect, ssl, send, wait, receive } = timings;
  return entryOf(
    {
      startedAt: startedDateTime,
      origin,
      method: request.method,
      path: `${pathname}${search}`,
      headers: recordOf(request.headers),
      body: request.postData?.text,
      reply: status === 0 ? undefined : answered,
      failure: _error,
      timings: { blocked, dns, connect, ssl, send, wait, receive },
    },
    standIns,
  );
}

function recordOf(headers: readonly { name: string; value: string }[]): Record<string, string> {
  return Object.fromEntries(headers.map(({ name, value }) => [name, value]));
}
