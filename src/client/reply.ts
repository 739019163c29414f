import type { IncomingHttpHeaders } from 'node:http';
import { Check } from 'typebox/schema';
import type { Operation } from '../contract/operation.ts';
import { CabinetError, type ErrorParams, TransportError } from './errors.ts';
import type { Reply } from './transport.ts';

const PROBLEM = 'application/problem+json';
const LONGEST_REQUEST_ID = 100;

/**
 * The checked reply of an operation; undefined for 204. Nothing of a reply that is not ours is echoed.
 * @throws CabinetError for a problem (RFC 9457)
 * @throws TransportError `bad_reply` for anything else
 */
export function readReply(operation: Operation, reply: Reply, origin: string): unknown {
  if (reply.status >= 400) throw readProblem(reply, origin);
  if (reply.status !== operation.status) throw badReply(origin, `status ${reply.status}`);
  if (operation.reply === undefined) return undefined;
  expectMedia(reply.headers, 'application/json', origin);
  const value = parse(reply.body, origin);
  if (!Check(operation.reply, value)) throw badReply(origin, operation.id);
  return value;
}

/** The problem in an error reply, as an error to throw. */
export function readProblem(reply: Reply, origin: string): CabinetError | TransportError {
  if (mediaOf(reply.headers) !== PROBLEM) return badReply(origin, `status ${reply.status}`);
  const problem = parse(reply.body, origin);
  if (!isRecord(problem) || typeof problem['code'] !== 'string')
    return badReply(origin, `status ${reply.status}`);
  const params: ErrorParams = isRecord(problem['params']) ? problem['params'] : {};
  return new CabinetError(
    problem['code'].slice(0, 100),
    reply.status,
    params,
    requestIdOf(problem, reply.headers),
  );
}

/** @throws TransportError `bad_reply` when the media type is another one */
export function expectMedia(headers: IncomingHttpHeaders, media: string, origin: string): void {
  if (mediaOf(headers) !== media) throw badReply(origin, 'content-type');
}

/** The id under which the cabinet logged the request. */
export function requestIdOf(problem: ErrorParams, headers: IncomingHttpHeaders): string | undefined {
  const id = problem['request_id'] ?? headers['x-request-id'];
  return typeof id === 'string' && id !== '' ? id.slice(0, LONGEST_REQUEST_ID) : undefined;
}

function parse(body: Buffer, origin: string): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw badReply(origin, 'JSON');
  }
}

function mediaOf(headers: IncomingHttpHeaders): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function badReply(origin: string, detail: string): TransportError {
  return new TransportError('bad_reply', { origin, detail, sent: true });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
