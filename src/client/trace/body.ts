import type { Operation } from '../../contract/operation.ts';
import { StreamEnd, USAGE_STREAM } from '../../contract/operations/usage.ts';
import { Problem } from '../../contract/problem.ts';
import { isRecord, type Json, redacted, type Showing, shown } from './shown.ts';

/** A body as text, decoded; of a long one `text` is only the beginning. */
export interface Body {
  text: string;
  /** Bytes of all of it. */
  bytes: number;
  /** True when `text` is not all of it. */
  cut: boolean;
  /** With its parameters, or empty. */
  media: string;
}

const MOST_LINES = 100;

/** A request's body through the allow-list of its operation. */
export function shownRequestBody(operation: Operation | undefined, body: Body, showing: Showing): string {
  const value = operation?.body === undefined ? undefined : parsed(body.text);
  if (operation === undefined || value === undefined) return unknownBody(body);
  const secrets = operation.secrets === true || operation.auth === 'none';
  return JSON.stringify(shown(operation.body, value, { ...showing, secrets }));
}

/** A reply's body through the allow-list of its operation, or of problems. */
export function shownReplyBody(
  operation: Operation | undefined,
  status: number,
  body: Body,
  showing: Showing,
): string {
  const media = body.media.split(';', 1)[0];
  if (body.text === '') return body.bytes === 0 ? '' : unknownBody(body);
  if (media === USAGE_STREAM && operation !== undefined) return shownLines(operation, body, showing);
  const value = parsed(body.text);
  if (value === undefined) return unknownBody(body);
  const told = shownReply(operation, status, value, showing);
  return told === undefined ? unknownBody(body) : JSON.stringify(told);
}

/** What a trace tells of the value of a reply; undefined when nothing is known about such a reply. */
export function shownReply(
  operation: Operation | undefined,
  status: number,
  value: unknown,
  showing: Showing,
): Json | undefined {
  if (status >= 400) return shown(Problem, value, showing);
  return operation?.reply === undefined ? undefined : shown(operation.reply, value, showing);
}

/** Rows of a stream: the beginning, and how it ended where the end was kept. */
function shownLines(operation: Operation, { text, bytes, cut }: Body, showing: Showing): string {
  const row = rowOf(operation);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith(REST));
  const told = lines.slice(0, MOST_LINES).map((line) => {
    const value = parsed(line);
    return shown(isRecord(value) && value['end'] === true ? StreamEnd : row, value ?? '', showing);
  });
  const rest = cut || lines.length > MOST_LINES;
  return [...told, ...(rest ? [`${REST.slice(1)} of ${bytes} bytes]`] : [])]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

/** Begins the line that stands for all further ones. */
export const REST = `"${redacted('rest').slice(0, -1)}`;

/** The rows of a stream are those of the operation's pages. */
function rowOf({ reply }: Operation): unknown {
  const page = reply as { properties?: { items?: { items?: unknown } } } | undefined;
  return page?.properties?.items?.items;
}

const KNOWN_MEDIA = /^[a-z]+\/[a-z0-9.+-]{1,60}/i;

function unknownBody({ text, bytes, media }: Body): string {
  if (UNKNOWN.test(text)) return text;
  const of = KNOWN_MEDIA.exec(media)?.[0];
  return redacted(of === undefined ? `${bytes} bytes` : `${bytes} bytes of ${of}`);
}

/** What stands for a body that was read from a trace. */
const UNKNOWN = /^\[redacted \d{1,12} bytes( of [a-z]+\/[a-z0-9.+-]{1,60})?\]$/;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
